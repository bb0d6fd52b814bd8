/** Clusters of points: finding them, judging them without labels, and comparing partitions. */
package ruru.cluster;
