/** Clusters of rows, or of their codes in an autoencoder: found, refined, merged and chosen. */
@NullMarked
package weka.core.neural.clustering;

import org.jspecify.annotations.NullMarked;
