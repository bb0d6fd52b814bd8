/** What training minimises, one file each, and the output layer that each loss requires. */
@NullMarked
package ruru.nn.losses;

import org.jspecify.annotations.NullMarked;
