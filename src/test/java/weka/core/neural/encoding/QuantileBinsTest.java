package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {
  private static double[] ones(int n) {
    double[] w = new double[n];
    Arrays.fill(w, 1);
    return w;
  }

  private static QuantileBins fit(int bins, double... values) {
    return QuantileBins.fit(values, ones(values.length), values.length, bins);
  }

  private static float[] encode(QuantileBins bins, double x) {
    float[] inputs = new float[bins.count()];
    bins.encode(x, inputs, 0);
    return inputs;
  }

  @Test
  void edgesAreQuantiles() {
    assertArrayEquals(new double[] {1, 2, 4, 6, 8}, fit(4, 8, 1, 7, 2, 6, 3, 5, 4).edges());
  }

  @Test
  void equalQuantilesCountOnce() {
    assertArrayEquals(new double[] {0, 1, 5}, fit(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 5, 5).edges());
  }

  @Test
  void twoValuesNeedNoBins() {
    assertNull(fit(8, 0, 1, 1, 0, 1));
  }

  @Test
  void aNumberIsAPlaceInEachBin() {
    QuantileBins bins = fit(2, 0, 10, 20);
    // Edges 0, 10, 20. The places of the training values are 0, 1, 1 and 0, 0, 1: means 2/3 and 1/3, deviation
    // sqrt(2)/3.
    assertArrayEquals(new double[] {0, 10, 20}, bins.edges());
    double deviation = Math.sqrt(2) / 3;
    float[] expected = {(float) (0.25 * (0.2 - 2. / 3) / deviation), (float) (0.25 * (0 - 1. / 3) / deviation)};
    assertArrayEquals(expected, encode(bins, 2), 1e-6f);
    float[] above = {(float) (0.25 * (1 - 2. / 3) / deviation), (float) (0.25 * (0.3 - 1. / 3) / deviation)};
    assertArrayEquals(above, encode(bins, 13), 1e-6f);
    // 4 deviations are 1.886.
    assertEquals("(bin(x, 0, 10) - 0.6667) / 1.886", bins.text(0, "x", 3));
    assertEquals("(bin(x, 10, 20) - 0.3333) / 1.886", bins.text(1, "x", 3));
  }

  /** Over the training values, each bin's input has mean 0 and a quarter as deviation. */
  @Test
  void inputsAreStandardisedAndAQuarterAsLarge() {
    Random random = new Random(1);
    double[] values = random.doubles(100, -5, 30).toArray();
    double[] weights = random.doubles(100, 0.1, 3).toArray();
    double total = Arrays.stream(weights).sum();
    QuantileBins bins = QuantileBins.fit(values, weights, 100, 8);
    for (int k = 0; k < 8; k++) {
      double mean = 0;
      double squares = 0;
      for (int i = 0; i < 100; i++) {
        double input = encode(bins, values[i])[k];
        mean += weights[i] / total * input;
        squares += weights[i] / total * input * input;
      }
      assertEquals(0, mean, 1e-6);
      assertEquals(0.25, Math.sqrt(squares), 1e-6);
    }
  }

  @Test
  void valuesOutsideTheTrainingRangeCountAsItsEnds() {
    QuantileBins bins = fit(3, 1, 2, 3, 4, 5, 6);
    assertArrayEquals(encode(bins, 1), encode(bins, -1e300));
    assertArrayEquals(encode(bins, 6), encode(bins, Double.MAX_VALUE));
  }

  @Test
  void aWeightOfTwoIsARowTwice() {
    Random random = new Random(1);
    double[] values = random.doubles(40, -1, 1).toArray();
    double[] weights = random.ints(40, 1, 4).asDoubleStream().toArray();
    double[] repeated = new double[(int) Arrays.stream(weights).sum()];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(repeated, n, n += (int) weights[i], values[i]);
    }
    QuantileBins weighted = QuantileBins.fit(values, weights, values.length, 8);
    QuantileBins twice = fit(8, repeated);
    assertArrayEquals(twice.edges(), weighted.edges());
    assertEquals(8, weighted.count());
    assertArrayEquals(encode(twice, 0.1), encode(weighted, 0.1), 1e-6f);
  }

  @Test
  void zeroIsOneNumberWhateverItsSign() {
    for (double[] values : new double[][] {{-3, -2, -1, -0.0, 0}, {-0.0, 0, 1, 2, 3}, {-2, -1, -0.0, 0, 1, 2}}) {
      double[] unsigned = Arrays.stream(values).map(v -> v == 0 ? 0 : v).toArray();
      QuantileBins bins = fit(8, values);
      assertArrayEquals(fit(8, unsigned).edges(), bins.edges());
      assertArrayEquals(encode(fit(8, unsigned), 0), encode(bins, -0.0));
    }
  }

  /** As boosting gives: the ends weigh less than the last digit of the sum of all weights. */
  @Test
  void inputsStayModerateWhereAnEndHasHardlyAnyWeight() {
    for (double little : new double[] {1e-10, 1e-15, 1e-17, 1e-30}) {
      double[] values = new Random(1).ints(1000, 0, 2).asDoubleStream().toArray();
      double[] weights = new Random(2).doubles(1000).toArray();
      values[7] = 2;
      weights[7] = little;
      values[8] = -2;
      weights[8] = little;
      QuantileBins bins = QuantileBins.fit(values, weights, 1000, 8);
      for (double value : values) {
        for (float v : encode(bins, value)) {
          assertTrue(Math.abs(v) <= 250.001, little + ": " + value + " becomes " + v);
        }
      }
    }
  }

  @Test
  void hugeNumbersStayNumbers() {
    QuantileBins bins = fit(2, -1.7e308, 0, 1.7e308);
    for (float v : encode(bins, 1e308)) {
      assertEquals(v, Math.max(-10, Math.min(10, v)));
    }
  }
}
