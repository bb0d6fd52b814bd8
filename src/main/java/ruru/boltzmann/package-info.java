/** Boltzmann machines: stochastic binary units whose states have probabilities by their energy. */
@NullMarked
package ruru.boltzmann;

import org.jspecify.annotations.NullMarked;
