/** The clusterer: a thin Weka scheme that hands its work to {@link weka.core.neural}. */
@NullMarked
package weka.clusterers;

import org.jspecify.annotations.NullMarked;
