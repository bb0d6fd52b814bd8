/** The commands that measure curves. */
@NullMarked
package weka.core.neural.curves.command;

import org.jspecify.annotations.NullMarked;
