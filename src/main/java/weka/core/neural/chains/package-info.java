/** Markov chains: sequences of symbols, how often one follows others, and what can be said and drawn of that. */
@NullMarked
package weka.core.neural.chains;

import org.jspecify.annotations.NullMarked;
