/** Filters that learn without a class: rows become codes of an autoencoder or features of a Boltzmann machine. */
@NullMarked
package weka.filters.unsupervised.attribute;

import org.jspecify.annotations.NullMarked;
