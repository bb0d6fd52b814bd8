/** Training by backpropagation: batches and epochs, several threads, held-out rows, ensembles. */
@NullMarked
package ruru.nn.train;

import org.jspecify.annotations.NullMarked;
