package ruru.cluster;

import java.util.Arrays;

/**
 * Merges clusters into fewer by average linkage: repeatedly the two whose mean affinity over their pairs of rows is
 * greatest. Source: Sokal and Michener 1958.
 */
public final class Merging {
  private Merging() {}

  /**
   * The merged cluster of each cluster, numbered from 0 in the order of their first members.
   *
   * @param affinity [k][k], symmetric: total over all pairs of rows
   * @param sizes    rows of each cluster, or the sum of their weights
   * @param wanted how many clusters to keep
   */
  public static int[] groups(double[][] affinity, double[] sizes, int wanted) {
    int k = sizes.length;
    double[][] a = new double[k][];
    Arrays.setAll(a, i -> affinity[i].clone());
    double[] n = sizes.clone();
    int[] group = new int[k];
    Arrays.setAll(group, i -> i);
    boolean[] gone = new boolean[k];
    for (int left = k; left > wanted; left--) {
      int[] pair = closest(a, n, gone);
      merge(a, n, pair[0], pair[1]);
      gone[pair[1]] = true;
      for (int i = 0; i < k; i++) {
        group[i] = group[i] == pair[1] ? pair[0] : group[i];
      }
    }
    int[] number = new int[k];
    int next = 0;
    for (int i = 0; i < k; i++) {
      number[i] = gone[i] ? -1 : next++;
    }
    return Arrays.stream(group).map(g -> number[g]).toArray();
  }

  private static int[] closest(double[][] a, double[] n, boolean[] gone) {
    int[] pair = new int[2];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n.length; i++) {
      for (int j = i + 1; j < n.length; j++) {
        // A cluster without rows is merged with any other.
        double mean = n[i] == 0 || n[j] == 0 ? Double.MAX_VALUE : a[i][j] / n[i] / n[j];
        if (!gone[i] && !gone[j] && mean > highest) {
          highest = mean;
          pair[0] = i;
          pair[1] = j;
        }
      }
    }
    return pair;
  }

  private static void merge(double[][] a, double[] n, int to, int from) {
    for (int i = 0; i < n.length; i++) {
      a[to][i] += a[from][i];
      a[i][to] = a[to][i];
    }
    n[to] += n[from];
  }
}
