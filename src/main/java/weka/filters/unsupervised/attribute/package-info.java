/** The filter that turns rows into the code of an autoencoder or what is decoded from it. */
package weka.filters.unsupervised.attribute;
