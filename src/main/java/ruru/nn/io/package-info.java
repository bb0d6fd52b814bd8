/** Model files: networks, and trainings that can go on, as bytes that outlive changes of the code. */
@NullMarked
package ruru.nn.io;

import org.jspecify.annotations.NullMarked;
