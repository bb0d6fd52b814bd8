/** Clusters of rows, or of their autoencoder codes: found, refined, merged and chosen. */
@NullMarked
package weka.core.neural.clustering;

import org.jspecify.annotations.NullMarked;
