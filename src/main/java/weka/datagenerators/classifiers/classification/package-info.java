/** Generators of data with a nominal class, for lessons. */
@NullMarked
package weka.datagenerators.classifiers.classification;

import org.jspecify.annotations.NullMarked;
