package ruru.nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.StepOptimizer;

/** Step optimizers against figures of ten_steps.py, and against the papers' formulas where these differ in form. */
class StepOptimizerTest {
  // As in ten_steps.py: a weight of 3 elements and a bias of 5.
  private static final float[] START = {0.5f, -1.25f, 2, 0, 0.75f, -0.5f, 1.5f, -2};
  private static final float[] CURVATURE = {1, 0.25f, 3, 0.5f, 2, 0.125f, 1.5f, 0.75f};
  private static final float[] MINIMUM = {1, 1, -0.5f, 0.25f, 0.75f, -1, 0, 4};
  private static final int WEIGHTS = 3;

  static Stream<StepOptimizer> all() {
    return Stream.of(new Sgd(), new Momentum(), new Nesterov(), new RmsProp(), new Adam(), new AdamW());
  }

  private static float[] gradient(float[] w) {
    float[] g = new float[w.length];
    for (int i = 0; i < w.length; i++) {
      g[i] = CURVATURE[i] * (w[i] - MINIMUM[i]);
    }
    return g;
  }

  /** Ten steps as a trainer takes them: each parameter is a range of its own, and only the weight is decayed. */
  private static float[] tenSteps(StepOptimizer o, float decay) {
    float[] w = START.clone();
    float[][] slots = new float[o.slots()][w.length];
    for (int t = 1; t <= 10; t++) {
      float rate = (float) (0.1 / Math.sqrt(t));
      float[] g = gradient(w);
      for (int i = 0; i < WEIGHTS; i++) {
        if (o.decouplesDecay()) {
          w[i] *= 1 - rate * decay;
        } else {
          g[i] += decay * w[i];
        }
      }
      o.step(t, rate, 0, WEIGHTS, w, g, slots);
      o.step(t, rate, WEIGHTS, w.length, w, g, slots);
    }
    return w;
  }

  private static List<String[]> stored() throws IOException {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        StepOptimizerTest.class.getResourceAsStream("ten_steps.csv"), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(",")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void tenStepsGiveTheStoredFigures(StepOptimizer o) throws IOException {
    String name = o.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    List<String[]> rows = stored().stream().filter(r -> r[0].equals(name)).toList();
    assertEquals(2, rows.size(), "without and with decay");
    for (String[] row : rows) {
      float[] w = tenSteps(o, Float.parseFloat(row[1]));
      for (int i = 0; i < w.length; i++) {
        double expected = Double.parseDouble(row[i + 2]);
        double tolerance = 2e-6 * Math.max(1, Math.abs(expected));
        assertEquals(expected, w[i], tolerance, name + ", decay " + row[1] + ", element " + i);
      }
    }
  }

  @Test
  void decayIsDecoupledInAdamwAlone() {
    assertTrue(all().allMatch(o -> o.decouplesDecay() == o instanceof AdamW));
    assertTrue(all().allMatch(o -> o.defaultDecay() == (o instanceof AdamW ? 0.01 : 0)));
    float[] adam = tenSteps(new Adam(), 0);
    assertArrayEquals(adam, tenSteps(new AdamW(), 0));
    float[] bias = Arrays.copyOfRange(adam, WEIGHTS, adam.length);
    float[] decayed = tenSteps(new AdamW(), 0.5f);
    assertArrayEquals(bias, Arrays.copyOfRange(decayed, WEIGHTS, decayed.length));
    assertFalse(decayed[0] == adam[0]);
  }

  /** Polyak's heavy ball has no velocity: w' = w - rate g + momentum (w - w before). */
  @Test
  void momentumIsTheHeavyBall() {
    Momentum o = new Momentum(0.8);
    float[] w = START.clone();
    float[][] slots = new float[1][w.length];
    double[] now = widen(START);
    double[] before = now.clone();
    for (int t = 1; t <= 10; t++) {
      o.step(t, 0.05f, 0, w.length, w, gradient(w), slots);
      for (int i = 0; i < now.length; i++) {
        double next = now[i] - 0.05 * CURVATURE[i] * (now[i] - MINIMUM[i]) + 0.8 * (now[i] - before[i]);
        before[i] = now[i];
        now[i] = next;
      }
    }
    assertNear(now, w);
  }

  /** Sutskever's form: v' = mu v - rate g(theta + mu v), theta' = theta + v'; our w is the point ahead. */
  @Test
  void nesterovTakesTheGradientAtThePointAhead() {
    Nesterov o = new Nesterov(0.8);
    float[] w = START.clone();
    float[][] slots = new float[1][w.length];
    double[] theta = widen(START);
    double[] v = new double[w.length];
    for (int t = 1; t <= 10; t++) {
      o.step(t, 0.05f, 0, w.length, w, gradient(w), slots);
      for (int i = 0; i < v.length; i++) {
        v[i] = 0.8 * v[i] - 0.05 * CURVATURE[i] * (theta[i] + 0.8 * v[i] - MINIMUM[i]);
        theta[i] += v[i];
      }
    }
    for (int i = 0; i < v.length; i++) {
      theta[i] += 0.8 * v[i];
    }
    assertNear(theta, w);
  }

  /** Worked by hand: w = 1, g = 2, then g = -1; rate 0.1. */
  @Test
  void twoStepsWorkedByHand() {
    check(new Sgd(), 0.8, 0.9);
    check(new Momentum(0.5), 0.8, 0.8); // v = 2, then 0
    check(new Nesterov(0.5), 0.7, 0.8); // 0.1 (2 + 1), then 0.1 (-1 + 0)
    check(new RmsProp(0.75, 1e-8), 0.8, 0.9); // v = 1, then 0.75 + 0.25 = 1
    check(new RmsProp(0.75, 1), 0.9, 0.95); // the same divided by 1 + 1
    // Any first step of Adam is the rate; then m / 0.75 = (0.5 - 0.5) / 0.75 = 0 stops it.
    check(new Adam(0.5, 0.75, 1e-8), 0.9, 0.9);
    check(new Adam(0.5, 0.75, 1), 1 - 0.2 / 3, 1 - 0.2 / 3); // 0.1 2 / (sqrt(4) + 1)
    // With no memory Adam follows the sign.
    check(new Adam(0, 0, 1e-12), 0.9, 1.0);
  }

  private static void check(StepOptimizer o, double first, double second) {
    float[] w = {1};
    float[][] slots = new float[o.slots()][1];
    o.step(1, 0.1f, 0, 1, w, new float[] {2}, slots);
    assertEquals(first, w[0], 1e-6, o + " after one step");
    o.step(2, 0.1f, 0, 1, w, new float[] {-1}, slots);
    assertEquals(second, w[0], 1e-6, o + " after two steps");
  }

  @ParameterizedTest
  @MethodSource("all")
  void rangesInAnyOrderGiveTheSameBits(StepOptimizer o) {
    int n = 5003; // more than two blocks of Adam
    float[] whole = random(n, 1);
    float[] split = whole.clone();
    float[][] wholeSlots = new float[o.slots()][n];
    float[][] splitSlots = new float[o.slots()][n];
    int[] cuts = {0, 1, 8, 2048, 2055, 4999, n};
    int[] order = {3, 0, 5, 1, 4, 2};
    for (int t = 1; t <= 5; t++) {
      float[] g = random(n, t + 1);
      o.step(t, 0.01f, 0, n, whole, g, wholeSlots);
      for (int k : order) {
        o.step(t, 0.01f, cuts[k], cuts[k + 1], split, g, splitSlots);
      }
    }
    assertArrayEquals(whole, split);
    assertArrayEquals(wholeSlots, splitSlots);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingOutsideTheRangeChanges(StepOptimizer o) {
    float[] w = random(20, 1);
    float[] before = w.clone();
    float[][] slots = new float[o.slots()][20];
    o.step(1, 0.1f, 7, 13, w, random(20, 2), slots);
    for (int i = 0; i < 20; i++) {
      boolean inside = i >= 7 && i < 13;
      assertEquals(inside, w[i] != before[i], "element " + i);
      for (float[] slot : slots) {
        assertEquals(inside, slot[i] != 0, "slot, element " + i);
      }
    }
  }

  /** No gradient, a tiny one, a huge one: the values stay finite for any epsilon that a setting can hold. */
  @Test
  void stepsStayFinite() {
    for (double epsilon : new double[] {1e-8, 1e-300, 1}) {
      for (StepOptimizer o : new StepOptimizer[] {new Adam(0.9, 0.999, epsilon), new Adam(0, 0, epsilon),
          new RmsProp(0.9, epsilon), new RmsProp(0, epsilon)}) {
        for (float g : new float[] {0, 1e-30f, -1e-12f, 1e15f}) {
          float[] w = {1};
          float[][] slots = new float[o.slots()][1];
          for (int t = 1; t <= 3; t++) {
            o.step(t, 0.001f, 0, 1, w, new float[] {g}, slots);
          }
          assertTrue(Float.isFinite(w[0]), o + ", gradient " + g + " gives " + w[0]);
          assertTrue(g != 0 || w[0] == 1, o + " moves without a gradient");
        }
      }
    }
  }

  /** After 10^9 steps the corrections of Adam are 1 and the step is that of the plain means. */
  @Test
  void lateStepsNeedNoCorrection() {
    float[] w = {1};
    float[][] slots = {{0.5f}, {0.25f}};
    new Adam().step(1_000_000_000L, 0.1f, 0, 1, w, new float[] {0.5f}, slots);
    assertEquals(1 - 0.1 * 0.5 / Math.sqrt(0.25), w[0], 1e-6);
  }

  private static float[] random(int n, int step) {
    Rng rng = new Rng(7, RandomStream.LAYER, step, 0);
    float[] result = new float[n];
    for (int i = 0; i < n; i++) {
      result[i] = (float) rng.nextGaussian();
    }
    return result;
  }

  private static double[] widen(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  private static void assertNear(double[] expected, float[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 2e-6, "element " + i);
    }
  }
}
