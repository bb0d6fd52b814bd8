package ruru.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Clusters merged into fewer, by hand. */
class MergingTest {
  @Test
  void theTwoWithTheGreatestMeanAffinityAreMergedFirst() {
    // Means over pairs: 0-1 4/4 = 1, 0-2 6/8 = 0.75, 1-2 2/8, 2-3 3/16, the others less.
    double[][] affinity = {{9, 4, 6, 0.1}, {4, 9, 2, 0.1}, {6, 2, 9, 3}, {0.1, 0.1, 3, 9}};
    double[] sizes = {2, 2, 4, 4};
    assertArrayEquals(new int[] {0, 1, 2, 3}, Merging.groups(affinity, sizes, 4));
    assertArrayEquals(new int[] {0, 0, 1, 2}, Merging.groups(affinity, sizes, 3));
    // Now 0+1 and 2: (6 + 2) / (4 * 4) = 0.5.
    assertArrayEquals(new int[] {0, 0, 0, 1}, Merging.groups(affinity, sizes, 2));
    assertArrayEquals(new int[4], Merging.groups(affinity, sizes, 1));
  }

  @Test
  void theMeanCountsAndNotTheSum() {
    double[][] affinity = {{0, 5, 3}, {5, 0, 0}, {3, 0, 0}};
    assertArrayEquals(new int[] {0, 1, 0}, Merging.groups(affinity, new double[] {1, 10, 1}, 2));
  }

  @Test
  void aClusterWithoutRowsGoesFirst() {
    double[][] affinity = {{5, 4, 0}, {4, 5, 0}, {0, 0, 0}};
    assertArrayEquals(new int[] {0, 1, 0}, Merging.groups(affinity, new double[] {1, 1, 0}, 2));
  }
}
