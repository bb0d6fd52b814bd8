package ruru.cluster;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Whether clusters would be found again in other rows of the same kind, as the adjusted Rand index of two partitions.
 * Near 1 where there are clusters in the space, low where K-means splits at random. Unlike distances it is comparable
 * between spaces. Source: Lange, Roth, Braun, Buhmann 2004, "Stability-based validation of clustering solutions".
 */
public final class Stability {
  private static final int CUTS = 5;
  private static final int STARTS = 5;
  private static final int MAX_ROWS = 4000;

  private Stability() {}

  /**
   * K-means on one random half of the rows and on the other, each used to assign all rows: the mean index over several
   * splits.
   *
   * @return NaN if there are too few rows to split; 0 for a split in which both halves have a single cluster
   * @throws InterruptedException if the thread was interrupted
   */
  public static double of(Points points, int k, long seed, Blas blas) throws InterruptedException {
    int n = points.rows();
    if (n < 2 * k) {
      return Double.NaN;
    }
    double sum = 0;
    for (int cut = 0; cut < CUTS; cut++) {
      int[] order = new int[n];
      Arrays.setAll(order, r -> r);
      new Rng(seed, RandomStream.HALVES, cut).shuffle(order, n);
      int half = Math.min(MAX_ROWS, n / 2);
      int[] first = clusters(points, Arrays.copyOf(order, half), k, seed, blas);
      int[] second = clusters(points, Arrays.copyOfRange(order, half, 2 * half), k, seed, blas);
      sum += index(first, second, k);
    }
    return sum / CUTS;
  }

  /**
   * K-means on the rows, used to assign them before and after a change that clusters should not depend on.
   *
   * @param changed the same rows, changed, in the same space
   * @return 0 if there is only one cluster
   * @throws InterruptedException if the thread was interrupted
   */
  public static double underChange(Points points, Points changed, int k, long seed, Blas blas)
      throws InterruptedException {
    KMeans.Result found = KMeans.run(points, k, STARTS, seed, blas);
    return index(found.assignment(), KMeans.assign(changed, found.centers(), found.k(), blas), k);
  }

  /** 0 for a single cluster: a space that has collapsed to a point is not stable. */
  private static double index(int[] first, int[] second, int k) {
    Agreement agreement = Agreement.of(first, second);
    return k > 1 && agreement.table().length == 1 && agreement.table()[0].length == 1 ? 0 : agreement.adjustedRand();
  }

  private static int[] clusters(Points points, int[] rows, int k, long seed, Blas blas) throws InterruptedException {
    KMeans.Result found = KMeans.run(points.select(rows), k, STARTS, seed, blas);
    return KMeans.assign(points, found.centers(), found.k(), blas);
  }
}
