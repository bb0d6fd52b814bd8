/** The kinds of noise that an autoencoder's inputs can be given, one file each: a record with its settings. */
package ruru.data.noise;
