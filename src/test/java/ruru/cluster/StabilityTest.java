package ruru.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;

class StabilityTest {
  private static final int ROWS = 200;

  /** Two numbers a row: groups of equal size in the first one's direction, this far apart. */
  private static Points points(int groups, double apart) {
    Random random = new Random(1);
    float[] values = new float[2 * ROWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() + (i % 2 == 0 ? apart * (i / 2 % groups) : 0));
    }
    return of(values);
  }

  private static Points of(float[] values) {
    float[] weights = new float[ROWS];
    Arrays.fill(weights, 1);
    return new Points(values, 2, weights);
  }

  @Test
  void clearGroupsAreFoundAgainAndCutsThroughACloudAreNot() throws Exception {
    assertEquals(1, Stability.of(points(3, 20), 3, 1, BlasProvider.get()), 1e-9);
    assertTrue(Stability.of(points(1, 0), 4, 1, BlasProvider.get()) < 0.8);
    assertTrue(Double.isNaN(Stability.of(points(1, 0), 101, 1, BlasProvider.get())));
  }

  @Test
  void aChangeThatCarriesRowsIntoOtherGroupsIsSeen() throws Exception {
    Points groups = points(2, 20);
    float[] little = groups.values().clone();
    float[] across = groups.values().clone();
    for (int r = 0; r < ROWS; r++) {
      little[2 * r] += 1;
      // Every second row of each group goes over to the other one.
      across[2 * r] += r / 2 % 2 == 0 ? 0 : r % 2 == 0 ? 20 : -20;
    }
    assertEquals(1, Stability.underChange(groups, of(little), 2, 1, BlasProvider.get()), 1e-9);
    assertEquals(0, Stability.underChange(groups, of(across), 2, 1, BlasProvider.get()), 0.02);
  }

  /** A code that has collapsed to one place has no clusters, although each cut of it gives the same. */
  @Test
  void oneClusterWhereMoreWereWantedIsNotStable() throws Exception {
    Points same = of(new float[2 * ROWS]);
    assertEquals(0, Stability.of(same, 3, 1, BlasProvider.get()));
    assertEquals(0, Stability.underChange(same, same, 3, 1, BlasProvider.get()));
    assertEquals(1, Stability.underChange(same, same, 1, 1, BlasProvider.get()));
  }
}
