/** The arithmetic of what slides over images and series: convolutions, pooling, resizing. */
package ruru.nn.ops.window;
