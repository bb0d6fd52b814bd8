/** The kinds of noise that an autoencoder's inputs can be given, one file each: a record with its settings. */
@NullMarked
package ruru.data.noise;

import org.jspecify.annotations.NullMarked;
