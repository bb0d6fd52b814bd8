/** The words of the notation: one record for each layer and activation function, and nothing else. */
package ruru.nn.layers;
