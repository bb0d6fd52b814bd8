/** Clusters of rows, or of their autoencoder codes: found, refined, merged and chosen. */
package weka.core.neural.clustering;
