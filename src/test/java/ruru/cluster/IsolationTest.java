package ruru.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IsolationTest {
  /** Twenty rows in turn at -1 and 1, whose radius is 1 around 0, and then others. */
  private static float[] withOthers(float... others) {
    float[] values = new float[20 + others.length];
    for (int r = 0; r < 20; r++) {
      values[r] = r % 2 == 0 ? -1 : 1;
    }
    System.arraycopy(others, 0, values, 20, others.length);
    return values;
  }

  /** The clusters of the twenty rows are 0. */
  private static int[] assignment(int... others) {
    int[] clusters = new int[20 + others.length];
    System.arraycopy(others, 0, clusters, 20, others.length);
    return clusters;
  }

  private static Isolation isolation(float[] values, float[] centers, int[] assignment) throws Exception {
    float[] weights = new float[values.length];
    Arrays.fill(weights, 1);
    return Isolation.of(new Points(values, 1, weights), new KMeans.Result(centers, centers.length, assignment, 0));
  }

  /** Twice the radius, 2, from the nearest row of the cluster, which is at 1. */
  @Test
  void aRowIsFarBeyondTwiceTheRadiusFromEveryRow() throws Exception {
    assertEquals(1, isolation(withOthers(3.01f), new float[] {0, 3.01f}, assignment(1)).rows());
    assertEquals(1, isolation(withOthers(-3.01f), new float[] {0, -3.01f}, assignment(1)).rows());
    assertEquals(0, isolation(withOthers(3), new float[] {0, 3}, assignment(1)).rows());
  }

  /** Of 22 to 24 rows a tenth is 2. */
  @Test
  void aTenthOfTheRowsAndNotMore() throws Exception {
    assertEquals(2, isolation(withOthers(9, 9), new float[] {0, 9}, assignment(1, 1)).rows());
    assertEquals(0, isolation(withOthers(9, 9, 9), new float[] {0, 9}, assignment(1, 1, 1)).rows());
    assertEquals(3, isolation(withOthers(9, 9, -9), new float[] {0, 9, -9}, assignment(1, 1, 2)).rows());
  }

  @Test
  void whereAllClustersAreSmallNoneIsIsolated() throws Exception {
    float[] values = new float[20];
    int[] own = new int[20];
    Arrays.setAll(own, r -> r / 2);
    for (int r = 0; r < 20; r++) {
      values[r] = 100 * own[r];
    }
    float[] centers = new float[10];
    for (int j = 0; j < 10; j++) {
      centers[j] = 100 * j;
    }
    assertEquals(0, isolation(values, centers, own).rows());
  }

  @Test
  void isolatedClustersAreKeptApartFromAllOthersWhateverTheirNames() throws Exception {
    Isolation two = isolation(withOthers(9, -9), new float[] {0, 9, -9}, assignment(1, 2));
    assertTrue(two.isKept(assignment(1, 2)));
    assertTrue(two.isKept(assignment(2, 1)));
    assertFalse(two.isKept(assignment(1, 1)), "with each other");
    assertFalse(two.isKept(assignment(0, 1)), "with the many");
    int[] cut = assignment(2, 3);
    cut[4] = 1;
    assertTrue(two.isKept(cut), "the many may be cut");
  }
}
