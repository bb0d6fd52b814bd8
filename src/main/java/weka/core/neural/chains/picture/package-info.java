/** Draws Markov chains. */
@NullMarked
package weka.core.neural.chains.picture;

import org.jspecify.annotations.NullMarked;
