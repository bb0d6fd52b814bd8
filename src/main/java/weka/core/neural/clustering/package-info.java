/** Clusters of rows, or of their codes in an autoencoder: found, refined, merged and chosen. */
package weka.core.neural.clustering;
