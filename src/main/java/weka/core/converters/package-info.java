/** Loaders: folders of image files, and the IDX files of MNIST. */
package weka.core.converters;
