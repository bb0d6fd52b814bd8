/** Filters of rows: NeuralSegmenter, a class for each pixel of images, and PixelPatches, pixels as rows. */
@NullMarked
package weka.filters.unsupervised.instance;

import org.jspecify.annotations.NullMarked;
