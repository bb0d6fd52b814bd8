/** The arithmetic of layers, forward and backward. */
package ruru.nn.ops;
