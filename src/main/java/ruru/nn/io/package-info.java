/** Model files: networks, and trainings that can go on, as bytes that outlive changes of the code. */
package ruru.nn.io;
