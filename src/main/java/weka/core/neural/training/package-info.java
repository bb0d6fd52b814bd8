/** The classifier's work: resolving what is left to the data, training networks and measuring errors. */
@NullMarked
package weka.core.neural.training;

import org.jspecify.annotations.NullMarked;
