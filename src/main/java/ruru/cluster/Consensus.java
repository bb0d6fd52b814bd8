package ruru.cluster;

import java.util.List;

/**
 * How far each of several partitions of the same rows agrees with the others: runs with different random numbers differ
 * where they went wrong, and agree where there is structure. Source: Filkov and Skiena 2004, "Integrating microarray
 * data by consensus clustering", whose "best of k" is the partition nearest to all.
 */
public final class Consensus {
  private Consensus() {}

  /**
   * The mean adjusted Rand index of each partition with the others.
   *
   * @param partitions at least two, each the clusters of all rows
   */
  public static double[] agreement(List<int[]> partitions) {
    int n = partitions.size();
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double index = Agreement.of(partitions.get(i), partitions.get(j)).adjustedRand() / (n - 1);
        mean[i] += index;
        mean[j] += index;
      }
    }
    return mean;
  }
}
