package ruru.cluster;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * K-means: centres c that minimise the sum over the rows of weight times squared distance to the nearest centre.
 * Lloyd's iterations from k-means++ seeds, several starts, the best kept. Distances come from one matrix product, |x|^2
 * - 2 x c + |c|^2 around the mean of the data, so that float32 keeps its digits; sums are kept in double. A cluster
 * that loses all its rows gets the row farthest from its centre.
 *
 * <p>Sources: Lloyd 1982, "Least squares quantization in PCM"; Arthur and Vassilvitskii 2007, "k-means++: the
 * advantages of careful seeding". At most 300 iterations is our choice; a start ends as soon as no row changes its
 * cluster.
 */
public final class KMeans {
  private static final int ITERATIONS = 300;
  private static final int CHUNK = 1024;

  /**
   * The clusters found.
   *
   * @param centers    [k][width]; k may be smaller than requested if fewer rows are distinct
   * @param assignment the cluster of each row
   * @param error      sum over the rows of weight times squared distance
   */
  public record Result(float[] centers, int k, int[] assignment, double error) {}

  private final Points points;
  private final Blas blas;
  private final float[] centred;
  private final double[] mean;
  private final double[] norms;
  private final float[] products;

  private KMeans(Points points, int k, Blas blas) throws InterruptedException {
    this.points = points;
    this.blas = blas;
    int width = points.width();
    mean = mean(points);
    centred = new float[points.values().length];
    norms = new double[points.rows()];
    for (int r = 0; r < points.rows(); r++) {
      check(r);
      for (int i = 0; i < width; i++) {
        double v = points.values()[r * width + i] - mean[i];
        centred[r * width + i] = (float) v;
        norms[r] += v * v;
      }
      if (!(norms[r] <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected numbers whose squares float32 can hold, got "
            + "larger ones; scale them");
      }
    }
    products = new float[Math.min(CHUNK, points.rows()) * k];
  }

  private static double[] mean(Points p) throws InterruptedException {
    double[] mean = new double[p.width()];
    double total = 0;
    for (int r = 0; r < p.rows(); r++) {
      check(r);
      total += p.weights()[r];
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) p.weights()[r] * p.values()[r * mean.length + i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= total;
    }
    return mean;
  }

  /**
   * The best of several starts.
   *
   * @param points at least one row
   * @param clusters clusters wanted; there are fewer if fewer rows are distinct
   * @throws IllegalArgumentException if a number is too large to be squared, naming the row
   * @throws InterruptedException     if the thread was interrupted
   */
  public static Result run(Points points, int clusters, int starts, long seed, Blas blas) throws InterruptedException {
    int k = Math.min(clusters, points.rows());
    KMeans search = new KMeans(points, k, blas);
    Result best = search.start(k, new Rng(seed, RandomStream.CENTRES, 0));
    for (int s = 1; s < starts; s++) {
      Result r = search.start(k, new Rng(seed, RandomStream.CENTRES, s));
      if (r.error < best.error) {
        best = r;
      }
    }
    return best;
  }

  /**
   * The cluster of each row, the nearest centre.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public static int[] assign(Points points, float[] centers, int k, Blas blas) throws InterruptedException {
    KMeans search = new KMeans(points, k, blas);
    int[] assignment = new int[points.rows()];
    search.assign(search.centred(centers), k, assignment, new double[points.rows()]);
    return assignment;
  }

  private float[] centred(float[] centers) {
    float[] c = centers.clone();
    for (int i = 0; i < c.length; i++) {
      c[i] -= (float) mean[i % points.width()];
    }
    return c;
  }

  private Result start(int wanted, Rng rng) throws InterruptedException {
    float[] seeds = seeds(wanted, rng);
    int k = seeds.length / points.width();
    float[] c = seeds;
    int[] assignment = new int[points.rows()];
    Arrays.fill(assignment, -1);
    double[] distances = new double[points.rows()];
    for (int i = 0; i < ITERATIONS; i++) {
      if (!assign(c, k, assignment, distances)) {
        break;
      }
      c = update(k, assignment, distances);
    }
    float[] centers = new float[c.length];
    for (int i = 0; i < c.length; i++) {
      centers[i] = (float) (c[i] + mean[i % points.width()]);
    }
    return new Result(centers, k, assignment, error(centers, assignment));
  }

  private double error(float[] centers, int[] assignment) throws InterruptedException {
    double sum = 0;
    for (int r = 0; r < points.rows(); r++) {
      check(r);
      sum += points.weights()[r] * points.squaredDistance(r, centers, assignment[r]);
    }
    return sum;
  }

  /**
   * k-means++: each seed is a row drawn with probability proportional to its weighted squared distance from the earlier
   * seeds.
   */
  private float[] seeds(int k, Rng rng) throws InterruptedException {
    int n = points.rows();
    int width = points.width();
    float[] seeds = new float[k * width];
    double[] nearest = new double[n];
    Arrays.fill(nearest, 1);
    for (int s = 0; s < k; s++) {
      int chosen = draw(nearest, rng);
      if (chosen < 0) {
        return Arrays.copyOf(seeds, s * width);
      }
      System.arraycopy(centred, chosen * width, seeds, s * width, width);
      for (int r = 0; r < n; r++) {
        check(r);
        double sum = 0;
        for (int i = 0; i < width; i++) {
          double d = centred[r * width + i] - seeds[s * width + i];
          sum += d * d;
        }
        nearest[r] = s == 0 ? sum : Math.min(nearest[r], sum);
      }
    }
    return seeds;
  }

  /** A row drawn in proportion to weight times size; -1 if all are 0. */
  private int draw(double[] sizes, Rng rng) {
    double total = 0;
    for (int r = 0; r < sizes.length; r++) {
      total += points.weights()[r] * sizes[r];
    }
    double rest = rng.nextDouble() * total;
    int last = -1;
    for (int r = 0; r < sizes.length; r++) {
      double part = points.weights()[r] * sizes[r];
      if (part > 0) {
        last = r;
        rest -= part;
        if (rest < 0) {
          return r;
        }
      }
    }
    return last;
  }

  /** Assigns each row to its nearest centre; returns whether any assignment changed. */
  private boolean assign(float[] c, int k, int[] assignment, double[] distances) throws InterruptedException {
    int width = points.width();
    double[] sizes = new double[k];
    for (int i = 0; i < c.length; i++) {
      sizes[i / width] += (double) c[i] * c[i];
    }
    boolean changed = false;
    for (int from = 0; from < points.rows(); from += CHUNK) {
      Cancellation.checkCallingThread();
      int n = Math.min(CHUNK, points.rows() - from);
      blas.gemm(false, true, n, k, width, 1, centred, from * width, width, c, 0, width, 0, products, 0, k);
      for (int r = 0; r < n; r++) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
          double d = sizes[j] - 2.0 * products[r * k + j];
          if (d < least) {
            least = d;
            best = j;
          }
        }
        changed |= assignment[from + r] != best;
        assignment[from + r] = best;
        distances[from + r] = Math.max(0, least + norms[from + r]);
      }
    }
    return changed;
  }

  private float[] update(int k, int[] assignment, double[] distances) throws InterruptedException {
    int width = points.width();
    giveRows(k, assignment, distances);
    double[] sums = new double[k * width];
    double[] totals = new double[k];
    for (int r = 0; r < assignment.length; r++) {
      totals[assignment[r]] += points.weights()[r];
    }
    for (int r = 0; r < assignment.length; r++) {
      check(r);
      int to = assignment[r] * width;
      for (int i = 0; i < width; i++) {
        sums[to + i] += (double) points.weights()[r] * centred[r * width + i];
      }
    }
    float[] c = new float[k * width];
    for (int i = 0; i < c.length; i++) {
      c[i] = totals[i / width] > 0 ? (float) (sums[i] / totals[i / width]) : 0;
    }
    return c;
  }

  /** Gives each cluster without rows the row farthest from its centre. */
  private static void giveRows(int k, int[] assignment, double[] distances) {
    int[] rows = new int[k];
    for (int j : assignment) {
      rows[j]++;
    }
    for (int j = 0; j < k; j++) {
      if (rows[j] == 0) {
        int far = farthest(distances);
        rows[assignment[far]]--;
        rows[j]++;
        assignment[far] = j;
        distances[far] = 0;
      }
    }
  }

  /** Between two chunks of rows. */
  private static void check(int row) throws InterruptedException {
    if (row % CHUNK == 0) {
      Cancellation.checkCallingThread();
    }
  }

  private static int farthest(double[] distances) {
    int best = 0;
    for (int r = 1; r < distances.length; r++) {
      best = distances[r] > distances[best] ? r : best;
    }
    return best;
  }
}
