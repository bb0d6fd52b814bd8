/** Loaders: folders of image files, and the IDX files of MNIST. */
@NullMarked
package weka.core.converters;

import org.jspecify.annotations.NullMarked;
