/** Clusters of points: finding them, judging them without labels, and comparing partitions. */
@NullMarked
package ruru.cluster;

import org.jspecify.annotations.NullMarked;
