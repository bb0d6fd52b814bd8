/** The words of the notation, one record for each layer and activation function, and the arithmetic under them. */
package ruru.nn.layers;
