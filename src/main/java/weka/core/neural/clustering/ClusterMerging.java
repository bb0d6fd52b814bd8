package weka.core.neural.clustering;

import java.util.Arrays;
import ruru.cluster.Merging;
import ruru.cluster.Points;
import ruru.nn.Cancellation;
import ruru.nn.train.Dataset;
import weka.core.neural.training.NeuralModel;

/**
 * Merges refined clusters into fewer: those between which random changes move rows. K-means often splits one kind of
 * row into two clusters and leaves two kinds together; with enough clusters, hardly any holds two kinds, and rows that
 * are changed a little move to the other clusters of their own kind. The affinity of two clusters is the sum over the
 * rows of q_i(x) q_j(x') + q_j(x) q_i(x'), with q the soft assignment and x' the row changed as in training; where
 * nothing is changed x' = x.
 *
 * <p>The soft assignment is Student's t distribution with d - 1 degrees of freedom, d being the length of a code: that
 * of refinement to the power of d / 2. With the one degree of freedom of refinement the nearest of twenty clusters gets
 * a membership of a quarter, and sums over merged clusters say next to nothing. Source: van der Maaten 2009, "Learning
 * a parametric embedding by preserving local structure" (the degrees of freedom).
 */
final class ClusterMerging {
  /** How often each row is changed. */
  private static final int DRAWS = 4;
  /** First epoch number, so that rows are changed differently from any epoch of training. */
  static final int FIRST_EPOCH = 1 << 30;

  private final int clusters;
  private final float[] memberships;
  private final int[] group;
  private final Points codes;

  /**
   * Merges.
   *
   * @param many the refined clusters
   * @param rows the rows as they are changed in training
   * @param codes the codes of the unchanged rows, in the space of the refined clusters
   * @throws InterruptedException if the thread was interrupted
   */
  ClusterMerging(DeepClustering many, int clusters, Dataset rows, Points codes, long seed) throws InterruptedException {
    this.clusters = clusters;
    this.codes = codes;
    NeuralModel assigner = many.assigner();
    int k = assigner.width();
    double power = Math.max(1, codes.width() / 2.0);
    memberships = sharpened(assigner.predictOrStop(rows), k, power);
    double[][] affinity = new double[k][k];
    int[] all = new int[rows.size()];
    Arrays.setAll(all, r -> r);
    for (int draw = 0; draw < DRAWS; draw++) {
      add(affinity, sharpened(assigner.predictOrStop(rows.forTraining(all, seed, FIRST_EPOCH + draw)), k, power));
    }
    double[] sizes = new double[k];
    for (int r = 0; r < all.length; r++) {
      sizes[DeepClustering.argMax(memberships, r, k)] += codes.weights()[r];
    }
    group = Merging.groups(affinity, sizes, clusters);
  }

  /** Raises each row's memberships to a power, normalised to sum to 1; overwrites them. */
  private static float[] sharpened(float[] q, int k, double power) throws InterruptedException {
    double[] row = new double[k];
    for (int from = 0; from < q.length; from += k) {
      Cancellation.checkCallingThread();
      int top = DeepClustering.argMax(q, from / k, k);
      double sum = 0;
      for (int j = 0; j < k; j++) {
        // Unlike Math.pow, it gives the same bits on every processor.
        row[j] = StrictMath.pow((double) q[from + j] / q[from + top], power);
        sum += row[j];
      }
      for (int j = 0; j < k; j++) {
        q[from + j] = (float) (row[j] / sum);
      }
    }
    return q;
  }

  private void add(double[][] affinity, float[] changed) throws InterruptedException {
    int k = affinity.length;
    for (int r = 0; r < codes.rows(); r++) {
      Cancellation.checkCallingThread();
      for (int i = 0; i < k; i++) {
        double before = (double) codes.weights()[r] * memberships[r * k + i];
        for (int j = 0; j < k; j++) {
          affinity[i][j] += before * changed[r * k + j];
          affinity[j][i] += before * changed[r * k + j];
        }
      }
    }
  }

  /** The soft assignment of the rows to merged clusters: the sums over their parts. */
  float[] memberships() {
    int k = group.length;
    float[] merged = new float[codes.rows() * clusters];
    for (int r = 0; r < codes.rows(); r++) {
      for (int j = 0; j < k; j++) {
        merged[r * clusters + group[j]] += memberships[r * k + j];
      }
    }
    return merged;
  }

  /** The means of the codes of each merged cluster's rows. */
  float[] centroids() {
    int width = codes.width();
    double[] sums = new double[clusters * width];
    double[] totals = new double[clusters];
    for (int r = 0; r < codes.rows(); r++) {
      int cluster = cluster(r);
      totals[cluster] += codes.weights()[r];
      for (int i = 0; i < width; i++) {
        sums[cluster * width + i] += (double) codes.weights()[r] * codes.values()[r * width + i];
      }
    }
    float[] centroids = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      centroids[i] = totals[i / width] > 0 ? (float) (sums[i] / totals[i / width]) : 0;
    }
    return centroids;
  }

  private int cluster(int row) {
    return group[DeepClustering.argMax(memberships, row, group.length)];
  }

  /** The sum of squared distances of the codes from the merged clusters' centroids. */
  double error(float[] centroids) {
    double sum = 0;
    for (int r = 0; r < codes.rows(); r++) {
      sum += codes.weights()[r] * codes.squaredDistance(r, centroids, cluster(r));
    }
    return sum;
  }
}
