/** The clusterer: a thin Weka scheme that delegates its work to {@link weka.core.neural}. */
package weka.clusterers;
