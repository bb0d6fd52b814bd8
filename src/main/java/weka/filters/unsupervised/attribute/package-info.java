/** The filter that turns rows into the code of an autoencoder, or what it makes of it. */
@NullMarked
package weka.filters.unsupervised.attribute;

import org.jspecify.annotations.NullMarked;
