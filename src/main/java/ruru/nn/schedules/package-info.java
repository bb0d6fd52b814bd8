/** How the learning rate changes in training, one file each: pure functions of time and of the losses so far. */
@NullMarked
package ruru.nn.schedules;

import org.jspecify.annotations.NullMarked;
