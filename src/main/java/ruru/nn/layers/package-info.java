/** The words of the notation: one record for each layer and activation function, and nothing else. */
@NullMarked
package ruru.nn.layers;

import org.jspecify.annotations.NullMarked;
