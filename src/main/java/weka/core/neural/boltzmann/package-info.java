/** Boltzmann machines over the rows of a table: how attributes become units, training and what is told of it. */
@NullMarked
package weka.core.neural.boltzmann;

import org.jspecify.annotations.NullMarked;
