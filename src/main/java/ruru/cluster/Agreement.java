package ruru.cluster;

/**
 * How far two partitions of the same rows agree, regardless of the clusters' labels. Rows with a number below 0 in
 * either are left out.
 *
 * @param table [clusters][classes] contingency table: the rows in both
 */
public record Agreement(double[][] table) {
  public static Agreement of(int[] clusters, int[] classes) {
    int k = 1;
    int c = 1;
    for (int r = 0; r < clusters.length; r++) {
      k = Math.max(k, clusters[r] + 1);
      c = Math.max(c, classes[r] + 1);
    }
    double[][] table = new double[k][c];
    for (int r = 0; r < clusters.length; r++) {
      if (clusters[r] >= 0 && classes[r] >= 0) {
        table[clusters[r]][classes[r]]++;
      }
    }
    return new Agreement(table);
  }

  private double total() {
    double sum = 0;
    for (double[] row : table) {
      for (double n : row) {
        sum += n;
      }
    }
    return sum;
  }

  private double[] rowSums() {
    double[] sums = new double[table.length];
    for (int i = 0; i < sums.length; i++) {
      for (double n : table[i]) {
        sums[i] += n;
      }
    }
    return sums;
  }

  private double[] columnSums() {
    double[] sums = new double[table[0].length];
    for (double[] row : table) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    return sums;
  }

  /**
   * The fraction of correct rows under the best matching that gives every class at most one cluster (Kuhn 1955, the
   * Hungarian method). As in the papers on deep clustering.
   */
  public double accuracy() {
    int n = Math.max(table.length, table[0].length);
    double[][] cost = new double[n][n];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[i].length; j++) {
        cost[i][j] = -table[i][j];
      }
    }
    int[] match = Assignment.cheapest(cost);
    double right = 0;
    for (int i = 0; i < n; i++) {
      right -= cost[i][match[i]];
    }
    return right / total();
  }

  /**
   * The Rand index, corrected for chance: 1 if the partitions are the same, about 0 for random ones.
   * Source: Hubert and Arabie 1985, "Comparing partitions".
   */
  public double adjustedRand() {
    double both = 0;
    for (double[] row : table) {
      both += pairs(row);
    }
    double a = pairs(rowSums());
    double b = pairs(columnSums());
    double n = total();
    double expected = a * b / (n * (n - 1) / 2);
    double largest = (a + b) / 2;
    return largest == expected ? 1 : (both - expected) / (largest - expected);
  }

  private static double pairs(double[] counts) {
    double sum = 0;
    for (double n : counts) {
      sum += n * (n - 1) / 2;
    }
    return sum;
  }

  /**
   * Normalised mutual information I(U, V) / ((H(U) + H(V)) / 2), from 0 to 1; 1 if both have a single cluster.
   * Source: Vinh, Epps, Bailey 2010; the arithmetic mean is our choice, as in scikit-learn.
   */
  public double mutualInformation() {
    double n = total();
    double[] u = rowSums();
    double[] v = columnSums();
    double information = 0;
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < v.length; j++) {
        double p = table[i][j] / n;
        information += p == 0 ? 0 : p * Math.log(p / (u[i] / n * v[j] / n));
      }
    }
    double mean = (entropy(u, n) + entropy(v, n)) / 2;
    return mean == 0 ? 1 : Math.max(0, information / mean);
  }

  private static double entropy(double[] counts, double n) {
    double sum = 0;
    for (double c : counts) {
      sum -= c == 0 ? 0 : c / n * Math.log(c / n);
    }
    return sum;
  }
}
