/** The notation: networks, losses, optimizers and schedules read from one line of text and written as one. */
package ruru.nn.text;
