/** Pictures drawn by formula: digits and shapes, the same bits on every machine. */
@NullMarked
package ruru.data.synthetic;

import org.jspecify.annotations.NullMarked;
