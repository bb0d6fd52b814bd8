/** How the layers of a network are doing while it is trained: gradients, updates, units that are dead or saturated. */
@NullMarked
package ruru.nn.health;

import org.jspecify.annotations.NullMarked;
