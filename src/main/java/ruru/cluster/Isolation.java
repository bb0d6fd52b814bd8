package ruru.cluster;

import java.util.Arrays;
import ruru.nn.Cancellation;

/**
 * Clusters of a few rows far from all others, which another partition may have lost: of at most 4 rows, a tenth of all,
 * each farther from every row of a larger cluster than twice that cluster's radius, the root of the mean squared
 * distance from its centre. (Both numbers are our choice: in a normal distribution hardly any row is farther than one
 * radius from the next.)
 */
public final class Isolation {
  private static final int FEW = 4;
  private static final int FEW_OF = 10;
  private static final double FAR = 2;
  private static final int NONE = -1;

  private final int[] clusters;

  private Isolation(int[] clusters) {
    this.clusters = clusters;
  }

  /** @throws InterruptedException if the thread was interrupted */
  public static Isolation of(Points points, KMeans.Result found) throws InterruptedException {
    int[] rows = new int[found.k()];
    double[] weights = new double[found.k()];
    double[] squares = new double[found.k()];
    for (int r = 0; r < points.rows(); r++) {
      int cluster = found.assignment()[r];
      rows[cluster]++;
      weights[cluster] += points.weights()[r];
      squares[cluster] += points.weights()[r] * points.squaredDistance(r, found.centers(), cluster);
    }
    int few = Math.min(FEW, points.rows() / FEW_OF);
    boolean[] large = new boolean[found.k()];
    boolean any = false;
    for (int j = 0; j < large.length; j++) {
      large[j] = rows[j] > few;
      any |= large[j];
    }
    boolean[] near = large.clone();
    if (!any) {
      // There is no bulk of rows to be far from.
      Arrays.fill(near, true);
    }
    for (int r = 0; r < points.rows(); r++) {
      int cluster = found.assignment()[r];
      for (int other = 0; other < points.rows() && !near[cluster]; other++) {
        Cancellation.checkCallingThread();
        int its = found.assignment()[other];
        near[cluster] = large[its]
            && points.squaredDistance(r, points.values(), other) <= FAR * FAR * squares[its] / weights[its];
      }
    }
    int[] clusters = found.assignment().clone();
    for (int r = 0; r < clusters.length; r++) {
      clusters[r] = near[clusters[r]] ? NONE : clusters[r];
    }
    return new Isolation(clusters);
  }

  /** Rows far from all others. */
  public int rows() {
    return (int) Arrays.stream(clusters).filter(c -> c != NONE).count();
  }

  /** Whether another partition keeps isolated clusters apart from all other rows and from each other. */
  public boolean isKept(int[] assignment) {
    int[] first = new int[Arrays.stream(assignment).max().orElse(0) + 1];
    Arrays.fill(first, NONE - 1);
    for (int r = 0; r < assignment.length; r++) {
      int seen = first[assignment[r]];
      if (seen != NONE - 1 && seen != clusters[r]) {
        return false;
      }
      first[assignment[r]] = clusters[r];
    }
    return true;
  }
}
