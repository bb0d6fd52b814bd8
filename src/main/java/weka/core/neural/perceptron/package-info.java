/** The perceptron rule, row by row, with exact numbers: what one works by hand in an introductory course. */
@NullMarked
package weka.core.neural.perceptron;

import org.jspecify.annotations.NullMarked;
