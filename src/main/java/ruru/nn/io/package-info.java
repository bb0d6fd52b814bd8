/** Model files: networks, and trainings that can be resumed, as bytes that survive changes to the code. */
package ruru.nn.io;
