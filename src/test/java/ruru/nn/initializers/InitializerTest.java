package ruru.nn.initializers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.Cancellation;
import ruru.nn.Initializer;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

class InitializerTest {
  private static final int IN = 300;
  private static final int OUT = 170;

  private static Rng stream(long seed) {
    return new Rng(seed, RandomStream.PARAMETERS, 0, 0);
  }

  private static float[] fill(Initializer init, int in, int out, long seed) {
    float[] values = new float[in * out];
    init.fill(values, 0, values.length, in, out, stream(seed), Cancellation.NEVER);
    return values;
  }

  static Stream<Initializer> all() {
    return Stream.of(new GlorotUniform(), new GlorotUniform(0.5), new GlorotNormal(), new HeUniform(),
        new HeNormal(), new LecunUniform(),
        new LecunNormal(), new Orthogonal(), new Orthogonal(1.5), new Zeros(), new Constant(0.25));
  }

  /** The variance that the source of the rule asks for. */
  static Stream<Arguments> scaled() {
    return Stream.of(Arguments.of(new GlorotUniform(), 2.0 / (IN + OUT), true),
        Arguments.of(new GlorotUniform(0.5), 0.5 / (IN + OUT), true),
        Arguments.of(new GlorotNormal(), 2.0 / (IN + OUT), false),
        Arguments.of(new HeUniform(), 2.0 / IN, true),
        Arguments.of(new HeNormal(), 2.0 / IN, false),
        Arguments.of(new LecunUniform(), 1.0 / IN, true),
        Arguments.of(new LecunNormal(), 1.0 / IN, false));
  }

  @ParameterizedTest
  @MethodSource("scaled")
  void momentsAreWithinStatisticalLimits(Initializer init, double variance, boolean uniform) {
    float[] values = fill(init, IN, OUT, 1);
    int n = values.length;
    double mean = 0;
    for (float v : values) {
      mean += v / n;
    }
    double second = 0;
    double fourth = 0;
    double largest = 0;
    for (float v : values) {
      double d = v - mean;
      second += d * d / n;
      fourth += d * d * d * d / n;
      largest = Math.max(largest, Math.abs(v));
    }
    // 4.5 standard errors each: sqrt(variance / n) for the mean, variance sqrt((kurtosis - 1) / n) for the variance.
    double kurtosis = uniform ? 1.8 : 3;
    assertEquals(0, mean, 4.5 * Math.sqrt(variance / n));
    assertEquals(variance, second, 4.5 * variance * Math.sqrt((kurtosis - 1) / n));
    assertEquals(kurtosis, fourth / (second * second), 0.15, "the kurtosis tells a normal from a uniform distribution");
    double limit = Math.sqrt(3 * variance);
    if (uniform) {
      assertTrue(largest <= limit * (1 + 1e-6) && largest > 0.999 * limit, largest + " for a limit of " + limit);
    } else {
      assertTrue(largest > 2 * limit, "a normal distribution is not truncated");
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 7, 1", "7, 20, 1", "13, 13, 1.4142135", "50, 1, 2", "1, 50, 1", "1, 1, 3"})
  void orthogonalHasOrthonormalColumnsOrRows(int in, int out, double gain) {
    float[] w = fill(new Orthogonal(gain), in, out, 3);
    boolean wide = out > in;
    int vectors = Math.min(in, out);
    for (int a = 0; a < vectors; a++) {
      for (int b = 0; b < vectors; b++) {
        double dot = 0;
        for (int k = 0; k < Math.max(in, out); k++) {
          dot += wide ? (double) w[a * out + k] * w[b * out + k] : (double) w[k * out + a] * w[k * out + b];
        }
        assertEquals(a == b ? gain * gain : 0, dot, 1e-6 * gain * gain, "vectors " + a + " and " + b);
      }
    }
  }

  /** Uniform over all orthogonal matrices: without the correction of signs the first element would be negative. */
  @Test
  void orthogonalHasNoPreferredSign() {
    int positive = 0;
    double trace = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] w = fill(new Orthogonal(), 3, 3, seed);
      positive += w[0] > 0 ? 1 : 0;
      trace += (w[0] + w[4] + w[8]) / 400;
    }
    assertEquals(200, positive, 45);
    assertEquals(0, trace, 0.225); // a uniform orthogonal matrix has a trace of mean 0 and variance 1
  }

  @Test
  void orthogonalRefusesWhatIsNoMatrix() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new Orthogonal().fill(new float[10], 0, 10, 3, 3, stream(1), Cancellation.NEVER));
    assertTrue(e.getMessage().contains("10 weights") && e.getMessage().contains("3 rows"), e.getMessage());
  }

  @Test
  void fixedValues() {
    float[] w = fill(new Zeros(), 3, 4, 1);
    assertArrayEquals(new float[12], w);
    float[] expected = new float[12];
    Arrays.fill(expected, -1.5f);
    assertArrayEquals(expected, fill(new Constant(-1.5), 3, 4, 1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theStreamDecidesTheBits(Initializer init) {
    float[] values = fill(init, 12, 5, 9);
    assertArrayEquals(values, fill(init, 12, 5, 9));
    boolean random = !(init instanceof Zeros || init instanceof Constant);
    assertEquals(random, !Arrays.equals(values, fill(init, 12, 5, 10)));
    assertEquals(random, new HashSet<>(toList(values)).size() > 50);
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyTheRangeIsFilled(Initializer init) {
    float[] values = new float[100];
    Arrays.fill(values, 77);
    init.fill(values, 21, 60, 12, 5, stream(9), Cancellation.NEVER);
    float[] alone = fill(init, 12, 5, 9);
    for (int i = 0; i < 100; i++) {
      assertEquals(i >= 21 && i < 81 ? alone[i - 21] : 77, values[i], "element " + i);
    }
  }

  private static List<Float> toList(float[] values) {
    List<Float> result = new ArrayList<>();
    for (float v : values) {
      assertFalse(Float.isNaN(v));
      result.add(v);
    }
    return result;
  }
}
