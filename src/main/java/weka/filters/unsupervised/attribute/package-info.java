/** Filters that learn without a class: autoencoder, Boltzmann machine and Hopfield memory. */
@NullMarked
package weka.filters.unsupervised.attribute;

import org.jspecify.annotations.NullMarked;
