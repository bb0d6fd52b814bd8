package weka.core.neural.segmentation.command;

import java.nio.file.Path;
import ruru.data.UnscaledImage;
import ruru.data.masks.Mask;
import ruru.data.masks.MaskClasses;
import weka.core.neural.segmentation.Confusion;

/**
 * An image that was not trained on.
 *
 * @param classes   those of the network that predicted it
 * @param confusion of its pixels
 */
record TestedImage(Path file, MaskClasses classes, UnscaledImage image, Mask truth, Mask predicted,
    Confusion confusion) {}
