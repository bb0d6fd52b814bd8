package ruru.cluster;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * How well clusters are separated: the mean over the rows of (b - a) / max(a, b), a being the mean distance from the
 * other rows of the same cluster and b the smallest mean distance from the rows of another one; 0 for a row alone in
 * its cluster. From -1 to 1. Source: Rousseeuw 1987. Of many rows only a random sample is compared.
 */
public final class Silhouette {
  private static final int SAMPLE = 1500;

  private Silhouette() {}

  /**
   * @return NaN if there are fewer than two clusters among the rows compared
   * @throws InterruptedException if the thread was interrupted
   */
  public static double of(Points points, int[] assignment, int k, long seed) throws InterruptedException {
    int[] rows = new int[points.rows()];
    Arrays.setAll(rows, r -> r);
    if (rows.length > SAMPLE) {
      new Rng(seed, RandomStream.SILHOUETTE).shuffle(rows, rows.length);
      rows = Arrays.copyOf(rows, SAMPLE);
    }
    double[] totals = new double[k];
    for (int r : rows) {
      totals[assignment[r]] += points.weights()[r];
    }
    if (Arrays.stream(totals).filter(t -> t > 0).count() < 2) {
      return Double.NaN;
    }
    double sum = 0;
    double weight = 0;
    for (int r : rows) {
      Cancellation.checkCallingThread();
      sum += points.weights()[r] * of(points, assignment, totals, rows, r);
      weight += points.weights()[r];
    }
    return sum / weight;
  }

  private static double of(Points points, int[] assignment, double[] totals, int[] rows, int row) {
    double[] distances = new double[totals.length];
    for (int other : rows) {
      distances[assignment[other]] += points.weights()[other]
          * Math.sqrt(points.squaredDistance(row, points.values(), other));
    }
    int cluster = assignment[row];
    double others = totals[cluster] - points.weights()[row];
    if (others <= 0) {
      return 0;
    }
    double a = distances[cluster] / others;
    double b = Double.POSITIVE_INFINITY;
    for (int j = 0; j < totals.length; j++) {
      b = j != cluster && totals[j] > 0 ? Math.min(b, distances[j] / totals[j]) : b;
    }
    return a == b ? 0 : (b - a) / Math.max(a, b);
  }
}
