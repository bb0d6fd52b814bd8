/** The arithmetic of what slides over images and series: convolutions, pooling, resizing. */
@NullMarked
package ruru.nn.ops.window;

import org.jspecify.annotations.NullMarked;
