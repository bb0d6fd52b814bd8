/** The arithmetic of layers, forward and backward. */
@NullMarked
package ruru.nn.ops;

import org.jspecify.annotations.NullMarked;
