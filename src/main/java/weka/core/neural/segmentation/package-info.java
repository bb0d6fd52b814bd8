/** A class for each pixel: learns from images with masks, and says of others what they show and where. */
@NullMarked
package weka.core.neural.segmentation;

import org.jspecify.annotations.NullMarked;
