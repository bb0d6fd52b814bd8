/** Numbers, tables and curves as texts. */
@NullMarked
package weka.core.neural.report;

import org.jspecify.annotations.NullMarked;
