/** Generators of data with a nominal class, for lessons. */
package weka.datagenerators.classifiers.classification;
