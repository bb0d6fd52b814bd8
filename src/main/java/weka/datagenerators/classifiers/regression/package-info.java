/** Generators of data with a numeric class, for lessons. */
package weka.datagenerators.classifiers.regression;
