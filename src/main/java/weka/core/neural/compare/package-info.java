/** The comparison program: cross-validates schemes on the same folds and writes the report. */
@NullMarked
package weka.core.neural.compare;

import org.jspecify.annotations.NullMarked;
