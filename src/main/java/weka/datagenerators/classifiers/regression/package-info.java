/** Generators of data with a numeric class, for lessons. */
@NullMarked
package weka.datagenerators.classifiers.regression;

import org.jspecify.annotations.NullMarked;
