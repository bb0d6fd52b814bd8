/** Rules for initial weights, one file each. */
@NullMarked
package ruru.nn.initializers;

import org.jspecify.annotations.NullMarked;
