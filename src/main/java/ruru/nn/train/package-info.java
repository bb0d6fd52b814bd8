/** Training by backpropagation: batches and epochs, several threads, held-out rows, ensembles. */
package ruru.nn.train;
