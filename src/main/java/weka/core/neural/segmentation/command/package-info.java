/** The command that measures how well a class is predicted for each pixel of images. */
@NullMarked
package weka.core.neural.segmentation.command;

import org.jspecify.annotations.NullMarked;
