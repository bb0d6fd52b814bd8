package weka.core.neural.curves.clusters;

import ruru.cluster.Points;

/** How far rows are from the means of their clusters. */
final class Within {
  private Within() {}

  /**
   * The sum of the squared distances of the rows from the mean of their cluster, each by its weight: W of Tibshirani,
   * Walther and Hastie 2001.
   *
   * @param assignment the cluster of each row
   * @param k          how many clusters there are
   */
  static double sum(Points points, int[] assignment, int k) {
    int width = points.width();
    double[][] means = new double[k][width];
    double[] weights = new double[k];
    for (int r = 0; r < assignment.length; r++) {
      double w = points.weights()[r];
      weights[assignment[r]] += w;
      for (int i = 0; i < width; i++) {
        means[assignment[r]][i] += w * points.values()[r * width + i];
      }
    }
    double sum = 0;
    for (int r = 0; r < assignment.length; r++) {
      int c = assignment[r];
      double distance = 0;
      for (int i = 0; i < width; i++) {
        double d = points.values()[r * width + i] - means[c][i] / weights[c];
        distance += d * d;
      }
      sum += points.weights()[r] * distance;
    }
    return sum;
  }
}
