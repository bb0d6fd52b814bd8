/** The filter that turns rows into the code of an autoencoder or what is decoded from it. */
@NullMarked
package weka.filters.unsupervised.attribute;

import org.jspecify.annotations.NullMarked;
