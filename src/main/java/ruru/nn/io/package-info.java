/** Model files: networks, and trainings that can be resumed, as bytes that survive changes to the code. */
@NullMarked
package ruru.nn.io;

import org.jspecify.annotations.NullMarked;
