/** The notation: networks, losses, optimizers and schedules read from one line of text and written as one. */
@NullMarked
package ruru.nn.text;

import org.jspecify.annotations.NullMarked;
