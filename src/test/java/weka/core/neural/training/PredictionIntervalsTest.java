package weka.core.neural.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.message;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.core.Statistics;

class PredictionIntervalsTest {
  private static double[] ones(int n) {
    double[] w = new double[n];
    Arrays.fill(w, 1);
    return w;
  }

  /** With 99 rows, the share k/100 of new ones lies within the k-th smallest. */
  @Test
  void halfTheWidthIsAQuantileOfTheResiduals() {
    double[] residuals = IntStream.rangeClosed(1, 99).mapToDouble(i -> i % 2 == 0 ? i : -i).toArray();
    PredictionIntervals p = PredictionIntervals.of(residuals, ones(99), 99);
    assertEquals(95, p.halfWidth(0.9499));
    assertEquals(51, p.halfWidth(0.501));
    assertEquals(1, p.halfWidth(0.001));
  }

  @Test
  void aWeightOfTwoCountsLikeTwoRows() {
    PredictionIntervals weighted = PredictionIntervals.of(new double[] {1, -2, 3}, new double[] {1, 2, 1}, 4);
    PredictionIntervals repeated = PredictionIntervals.of(new double[] {1, -2, -2, 3}, ones(4), 4);
    for (double share : new double[] {0.1, 0.3, 0.5, 0.7, 0.95}) {
      assertEquals(repeated.halfWidth(share), weighted.halfWidth(share), 1e-12);
      assertEquals(repeated.logDensity(share), weighted.logDensity(share), 1e-12);
    }
  }

  /** Of two rows, two thirds of new ones lie within the larger residual; beyond it a normal distribution goes on. */
  @Test
  void beyondTheLargestResidualTheWidthIsThatOfANormalDistribution() {
    PredictionIntervals p = PredictionIntervals.of(new double[] {1, 3}, ones(2), 2);
    assertEquals(3, p.halfWidth(0.6));
    assertEquals(3 * Statistics.normalInverse(0.975) / Statistics.normalInverse(5 / 6.0), p.halfWidth(0.95), 1e-9);
    assertTrue(p.halfWidth(0.999) > p.halfWidth(0.95));
  }

  @Test
  void largeResidualsStayNumbers() {
    double[] small = {1, -2, 3, 4};
    double[] large = Arrays.stream(small).map(r -> r * 1e300).toArray();
    PredictionIntervals p = PredictionIntervals.of(small, ones(4), 4);
    PredictionIntervals q = PredictionIntervals.of(large, ones(4), 4);
    assertEquals(p.halfWidth(0.95), q.halfWidth(0.95) / 1e300, 1e-9);
    assertEquals(p.logDensity(1), q.logDensity(1e300) + Math.log(1e300), 1e-9);
  }

  @Test
  void theDensityIntegratesToOne() {
    Random random = new Random(1);
    double[] residuals = random.doubles(50, -3, 5).toArray();
    PredictionIntervals p = PredictionIntervals.of(residuals, random.doubles(50, 0.1, 2).toArray(), 50);
    double sum = 0;
    for (double x = -20; x < 20; x += 0.01) {
      sum += 0.01 * Math.exp(p.logDensity(x));
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void theDensityOfNormalResidualsIsNearlyNormal() {
    Random random = new Random(2);
    double[] residuals = IntStream.range(0, 5000).mapToDouble(i -> 2 * random.nextGaussian()).toArray();
    PredictionIntervals p = PredictionIntervals.of(residuals, ones(5000), 5000);
    for (double x : new double[] {0, 1, -2, 3}) {
      assertEquals(-x * x / 8 - Math.log(2 * Math.sqrt(2 * Math.PI)), p.logDensity(x), 0.15);
    }
    assertTrue(Double.isFinite(p.logDensity(1000)), "far away");
  }

  @Test
  void manyResidualsAreThinned() {
    int n = 25_001;
    PredictionIntervals p = PredictionIntervals.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray(), ones(n),
        n);
    assertTrue(p.size() <= PredictionIntervals.MOST, "" + p.size());
    assertEquals(0.95 * n, p.halfWidth(0.95), 5);
    assertEquals(n, p.halfWidth(n / (n + 1.0) - 1e-9));
  }

  @Test
  void errorsSayWhatToDo() {
    PredictionIntervals p = PredictionIntervals.of(new double[] {1, 3}, ones(2), 2);
    message(() -> p.halfWidth(1), "above 0 and below 1, got 1.0");
    message(() -> p.halfWidth(Double.NaN), "above 0 and below 1");
  }

  @Test
  void withoutErrorsNothingIsKnown() {
    PredictionIntervals p = PredictionIntervals.missing("train on more");
    assertEquals(Double.POSITIVE_INFINITY, p.halfWidth(0.5));
    assertTrue(Double.isNaN(p.logDensity(0)));
    assertTrue(p.describe().contains("none, train on more"));
  }
}
