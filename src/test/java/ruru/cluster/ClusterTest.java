package ruru.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;

/** Clusters and measures against exhaustive search and numbers worked out by hand. */
class ClusterTest {
  private static Points points(int rows, int width, long seed, double spread) {
    Random random = new Random(seed);
    float[] values = new float[rows * width];
    float[] weights = new float[rows];
    for (int r = 0; r < rows; r++) {
      weights[r] = 1 + r % 3;
      for (int i = 0; i < width; i++) {
        values[r * width + i] = (float) (1000 + spread * (r % 4) + random.nextGaussian());
      }
    }
    return new Points(values, width, weights);
  }

  private static KMeans.Result run(Points p, int k, int starts) throws InterruptedException {
    return KMeans.run(p, k, starts, 1, BlasProvider.get());
  }

  @Test
  void clearClustersAreFoundFarFromZero() throws Exception {
    Points p = points(200, 3, 1, 20);
    KMeans.Result found = run(p, 4, 10);
    assertEquals(4, found.k());
    for (int r = 4; r < 200; r++) {
      assertEquals(found.assignment()[r % 4], found.assignment()[r]);
    }
    assertTrue(Arrays.equals(found.assignment(), KMeans.assign(p, found.centers(), 4, BlasProvider.get())));
  }

  /** All ways to cut 9 rows into 3. */
  @Test
  void severalStartsFindTheBestPartitionOfFewRows() throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      Points p = points(9, 2, seed, 0);
      double best = Double.POSITIVE_INFINITY;
      for (int code = 0; code < 19683; code++) {
        int[] a = new int[9];
        for (int r = 0, c = code; r < 9; r++, c /= 3) {
          a[r] = c % 3;
        }
        best = Math.min(best, error(p, a, 3));
      }
      assertEquals(best, run(p, 3, 300).error(), 1e-3 * best);
    }
  }

  private static double error(Points p, int[] assignment, int k) {
    double sum = 0;
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < p.width(); i++) {
        double total = 0;
        double mean = 0;
        double squares = 0;
        for (int r = 0; r < p.rows(); r++) {
          double v = p.values()[r * p.width() + i] - 1000;
          double w = assignment[r] == j ? p.weights()[r] : 0;
          total += w;
          mean += w * v;
          squares += w * v * v;
        }
        sum += total == 0 ? 0 : squares - mean * mean / total;
      }
    }
    return sum;
  }

  @Test
  void equalRowsMakeFewerClusters() throws Exception {
    Points p = new Points(new float[] {1, 1, 2, 2, 2}, 1, new float[] {1, 1, 1, 1, 1});
    KMeans.Result found = run(p, 4, 3);
    assertEquals(2, found.k());
    assertEquals(0, found.error());
  }

  /** Beside a row of 2^60 others of 2^-120 are nothing; among themselves they are still clusters. */
  @Test
  void weightsMayDifferByAnyFactor() throws Exception {
    Points p = new Points(new float[] {0, 10, 11, 20, 21}, 1, new float[] {0x1p60f, 0x1p-120f, 0x1p-120f, 0x1p-120f,
        0x1p-120f});
    KMeans.Result found = run(p, 3, 20);
    float[] sorted = found.centers().clone();
    Arrays.sort(sorted);
    assertTrue(Arrays.equals(new float[] {0, 10.5f, 20.5f}, sorted), Arrays.toString(sorted));
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    for (float weight : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
          () -> new Points(new float[2], 1, new float[] {1, weight}));
      assertTrue(e.getMessage().contains("row 2: expected a finite weight above 0, got " + weight), e.getMessage());
    }
    for (float value : new float[] {1e20f, Float.NaN, Float.NEGATIVE_INFINITY}) {
      Points p = new Points(new float[] {1, 2, value}, 1, new float[] {1, 1, 1});
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> run(p, 2, 1));
      assertTrue(e.getMessage().startsWith("row "), e.getMessage());
    }
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> run(points(50, 2, 1, 1), 3, 5));
    assertThrows(InterruptedException.class, () -> Silhouette.of(points(50, 2, 1, 1), halves(50), 2, 1));
    assertTrue(Thread.interrupted());
  }

  private static int[] halves(int rows) {
    int[] assignment = new int[rows];
    Arrays.setAll(assignment, r -> r % 2);
    return assignment;
  }

  @Test
  void silhouetteByHand() throws Exception {
    Points p = new Points(new float[] {0, 1, 5, 7}, 1, new float[] {1, 1, 1, 1});
    // Row 0: a 1, b 6; row 1: a 1, b 5; row 5: a 2, b 4.5; row 7: a 2, b 6.5.
    double expected = ((6 - 1) / 6.0 + (5 - 1) / 5.0 + (4.5 - 2) / 4.5 + (6.5 - 2) / 6.5) / 4;
    assertEquals(expected, Silhouette.of(p, new int[] {0, 0, 1, 1}, 2, 1), 1e-9);
    assertTrue(Double.isNaN(Silhouette.of(p, new int[4], 2, 1)));
    assertEquals(0, Silhouette.of(new Points(new float[] {0, 4}, 1, new float[] {1, 1}),
        new int[] {0, 1}, 2, 1), "a row alone counts 0");
  }

  /** Numbers of scikit-learn's documentation and of the definition. */
  @Test
  void agreementByHand() {
    Agreement same = Agreement.of(new int[] {1, 1, 0, 0, 2}, new int[] {0, 0, 2, 2, 1});
    assertEquals(1, same.accuracy(), 1e-12);
    assertEquals(1, same.adjustedRand(), 1e-12);
    assertEquals(1, same.mutualInformation(), 1e-12);
    Agreement some = Agreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2});
    assertEquals(0.75, some.accuracy(), 1e-12);
    assertEquals(0.5714285714, some.adjustedRand(), 1e-9);
    assertEquals(0.8, some.mutualInformation(), 1e-9);
    Agreement none = Agreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1});
    assertEquals(0.5, none.accuracy(), 1e-12);
    assertEquals(-0.5, none.adjustedRand(), 1e-9);
    assertEquals(0, none.mutualInformation(), 1e-9);
    assertEquals(1, Agreement.of(new int[] {0, 1, -1}, new int[] {0, 1, 1}).accuracy(), 1e-12,
        "rows without a cluster");
    assertEquals(0.5, Agreement.of(new int[] {0, 1, 2, 3}, new int[] {0, 0, 1, 1}).accuracy(), 1e-12, "more clusters");
  }

  @Test
  void theMatchingIsTheBestOfAll() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(6);
      double[][] cost = new double[n][n];
      for (double[] row : cost) {
        Arrays.setAll(row, j -> random.nextInt(20) - 10);
      }
      int[] found = Assignment.cheapest(cost);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += cost[i][found[i]];
      }
      assertEquals(n, Arrays.stream(found).distinct().count());
      assertEquals(least(cost, 0, new boolean[n]), sum, 1e-9);
    }
  }

  private static double least(double[][] cost, int row, boolean[] taken) {
    double best = row == cost.length ? 0 : Double.POSITIVE_INFINITY;
    for (int j = 0; row < cost.length && j < cost.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        best = Math.min(best, cost[row][j] + least(cost, row + 1, taken));
        taken[j] = false;
      }
    }
    return best;
  }
}
