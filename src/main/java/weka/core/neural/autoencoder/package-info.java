/** Autoencoders: their layers, their training, their codes and pictures. */
@NullMarked
package weka.core.neural.autoencoder;

import org.jspecify.annotations.NullMarked;
