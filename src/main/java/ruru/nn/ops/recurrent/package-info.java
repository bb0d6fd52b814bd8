/** The arithmetic of recurrent layers: cells, and running them along the steps of a series. */
@NullMarked
package ruru.nn.ops.recurrent;

import org.jspecify.annotations.NullMarked;
