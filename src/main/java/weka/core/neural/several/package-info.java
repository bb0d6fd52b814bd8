/** The command that cross-validates a network with several targets. */
@NullMarked
package weka.core.neural.several;

import org.jspecify.annotations.NullMarked;
