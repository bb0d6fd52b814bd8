/** The classifier's work: what is left to the data is decided, networks are trained, and errors measured. */
@NullMarked
package weka.core.neural.training;

import org.jspecify.annotations.NullMarked;
