package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer, schedule and initialiser. */
class TrainingRulesContractTest {
  private static final float[] MINIMUM = {0.5f, -1, 2, 0, 3};
  private static final float[] CURVATURE = {1, 0.5f, 2, 1, 0.25f};

  static List<StepOptimizer> stepOptimizers() {
    return Samples.optimizers().stream().filter(StepOptimizer.class::isInstance).map(StepOptimizer.class::cast)
        .toList();
  }

  static List<FullBatchOptimizer> batchOptimizers() {
    return Samples.optimizers().stream().filter(FullBatchOptimizer.class::isInstance)
        .map(FullBatchOptimizer.class::cast)
        .toList();
  }

  static List<Schedule> schedules() {
    return Samples.schedules();
  }

  static List<Initializer> initializers() {
    return Samples.initializers();
  }

  @Test
  void everyOneHasASample() {
    assertAllSampled("ruru.nn.optimizers", Optimizer.class, "Sgd", Samples.optimizers());
    assertAllSampled("ruru.nn.schedules", Schedule.class, "Constant", Samples.schedules());
    assertAllSampled("ruru.nn.initializers", Initializer.class, "Zeros", Samples.initializers());
  }

  private static void assertAllSampled(String packageName, Class<?> type, String known, List<?> samples) {
    Set<String> missing = new TreeSet<>();
    Records.in(packageName, type).forEach(c -> missing.add(c.getSimpleName()));
    assertTrue(missing.contains(known), "the listing of " + packageName + " does not work: " + missing);
    samples.forEach(s -> missing.remove(s.getClass().getSimpleName()));
    assertTrue(missing.isEmpty(), () -> packageName + " without a sample; add them to Samples: " + missing);
  }

  /** L = sum of curvature / 2 (x - minimum)^2. */
  private static double loss(float[] x, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      gradient[i] = CURVATURE[i] * (x[i] - MINIMUM[i]);
      sum += 0.5 * gradient[i] * (x[i] - MINIMUM[i]);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("stepOptimizers")
  void rangesMayBeCut(StepOptimizer optimizer) {
    float[][] whole = new float[optimizer.slots()][5];
    float[][] cut = new float[optimizer.slots()][5];
    float[] x = new float[5];
    float[] z = new float[5];
    float[] gradient = new float[5];
    for (int t = 1; t <= 5; t++) {
      loss(x, gradient);
      optimizer.step(t, 0.1f, 0, 5, x, gradient.clone(), whole);
      optimizer.step(t, 0.1f, 3, 5, z, gradient.clone(), cut);
      optimizer.step(t, 0.1f, 0, 3, z, gradient.clone(), cut);
      assertArrayEquals(x, z, "step " + t);
      assertTrue(Arrays.deepEquals(whole, cut), "slots of step " + t);
    }
  }

  @ParameterizedTest
  @MethodSource("stepOptimizers")
  void whatIsOutsideTheRangeIsNotTouched(StepOptimizer optimizer) {
    float[][] slot = new float[optimizer.slots()][5];
    float[] x = {1, 1, 1, 1, 1};
    optimizer.step(1, 0.1f, 1, 4, x, new float[] {Float.NaN, 1, -1, 2, Float.NaN}, slot);
    assertTrue(x[0] == 1 && x[4] == 1 && x[1] < 1 && x[2] > 1 && x[3] < 1, Arrays.toString(x));
    for (float[] s : slot) {
      assertTrue(s[0] == 0 && s[4] == 0, Arrays.toString(s));
    }
  }

  @ParameterizedTest
  @MethodSource("stepOptimizers")
  void stepsGoDownhill(StepOptimizer optimizer) {
    float[][] slot = new float[optimizer.slots()][5];
    float[] x = new float[5];
    float[] gradient = new float[5];
    double before = loss(x, gradient);
    for (int t = 1; t <= 100; t++) {
      double last = loss(x, gradient);
      assertTrue(t < 5 || last < before, "step " + t);
      optimizer.step(t, (float) optimizer.defaultRate(), 0, 5, x, gradient, slot);
    }
  }

  @ParameterizedTest
  @MethodSource("batchOptimizers")
  void batchOptimizersFindTheMinimum(FullBatchOptimizer optimizer) throws InterruptedException {
    float[][] slot = new float[optimizer.slots()][5];
    float[] x = new float[5];
    boolean converged = false;
    for (int t = 1; t <= 100 && !converged; t++) {
      converged = optimizer.iterate(t, TrainingRulesContractTest::loss, x, slot).converged();
    }
    assertTrue(converged);
    assertArrayEquals(MINIMUM, x, 1e-5f);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void factorsArePureAndAShareOfTheRate(Schedule schedule) {
    double[] monitored = new double[100];
    Rng rng = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    Arrays.setAll(monitored, i -> 1 / (1.0 + i) + 0.2 * rng.nextDouble());
    double[] before = monitored.clone();
    double largest = 0;
    for (double epoch = 0; epoch <= 80; epoch += 0.25) {
      double factor = schedule.factor(epoch, 80, monitored);
      assertTrue(factor >= 0 && factor <= 1, "factor " + factor + " at " + epoch);
      assertEquals(factor, schedule.factor(epoch, 80, monitored));
      largest = Math.max(largest, factor);
    }
    assertEquals(1, largest, 1e-3, "the base rate is reached");
    assertArrayEquals(before, monitored);
    double[] unknown = monitored.clone();
    Arrays.fill(unknown, 10, 100, Double.NaN);
    assertEquals(schedule.factor(10.5, 80, monitored), schedule.factor(10.5, 80, unknown), "looks into the future");
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void initialisersFillTheirRangeAlike(Initializer initializer) {
    for (int[] size : new int[][] {{7, 3}, {3, 7}}) {
      float[] values = new float[30];
      Arrays.fill(values, Float.NaN);
      initializer.fill(values, 5, 21, size[0], size[1], new Rng(1, RandomStream.PARAMETERS, 0, 0),
          Cancellation.NEVER);
      float[] again = new float[30];
      Arrays.fill(again, Float.NaN);
      initializer.fill(again, 5, 21, size[0], size[1], new Rng(1, RandomStream.PARAMETERS, 0, 0),
          Cancellation.NEVER);
      assertArrayEquals(values, again);
      for (int i = 0; i < 30; i++) {
        assertEquals(i < 5 || i >= 26, Float.isNaN(values[i]), "element " + i + " is " + values[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void initialisersDrawFromTheStreamAndNothingElse(Initializer initializer) {
    float[] one = new float[21];
    float[] other = new float[21];
    initializer.fill(one, 0, 21, 7, 3, new Rng(1, RandomStream.PARAMETERS, 0, 0),
        Cancellation.NEVER);
    initializer.fill(other, 0, 21, 7, 3, new Rng(1, RandomStream.PARAMETERS, 0, 1),
        Cancellation.NEVER);
    boolean constant = true;
    for (float v : one) {
      constant &= v == one[0];
    }
    assertFalse(!constant && Arrays.equals(one, other), "two streams, one result");
  }
}
