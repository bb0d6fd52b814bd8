/** Autoencoders: their layers, their training, their codes and pictures. */
package weka.core.neural.autoencoder;
