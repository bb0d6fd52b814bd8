/** The filter that turns rows into the code of an autoencoder, or what it makes of it. */
package weka.filters.unsupervised.attribute;
