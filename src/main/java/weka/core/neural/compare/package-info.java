/** The comparison program: cross-validates schemes beside each other and writes the report. */
@NullMarked
package weka.core.neural.compare;

import org.jspecify.annotations.NullMarked;
