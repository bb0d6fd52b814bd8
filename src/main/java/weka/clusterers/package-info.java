/** The clusterer: a thin Weka scheme that delegates its work to {@link weka.core.neural}. */
@NullMarked
package weka.clusterers;

import org.jspecify.annotations.NullMarked;
