/** How a scheme is stored: whole, in one body of bytes with a checksum, which is read back with few classes allowed. */
@NullMarked
package weka.core.neural.stored;

import org.jspecify.annotations.NullMarked;
