package ruru.nn.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.FullBatchOptimizer.Objective;
import ruru.nn.FullBatchOptimizer.Result;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

class LbfgsTest {
  /** A run that can be stopped and resumed. */
  private static final class Run {
    final Lbfgs optimizer;
    final Objective f;
    final float[] x;
    final float[][] slots;
    long t;
    int evaluations;
    Result result;

    Run(Lbfgs optimizer, Objective f, float... x) {
      this.optimizer = optimizer;
      this.f = f;
      this.x = x;
      slots = new float[optimizer.slots()][x.length];
    }

    Run(Objective f, float... x) {
      this(new Lbfgs(), f, x);
    }

    Run copy() {
      Run copy = new Run(optimizer, f, x.clone());
      for (int i = 0; i < slots.length; i++) {
        copy.slots[i] = slots[i].clone();
      }
      copy.t = t;
      return copy;
    }

    Run step() {
      try {
        result = optimizer.iterate(++t, (w, g) -> {
          evaluations++;
          return f.evaluate(w, g);
        }, x, slots);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return this;
    }

    Run steps(int n) {
      for (int i = 0; i < n; i++) {
        step();
      }
      return this;
    }

    /** Until it has converged, at most {@code limit} iterations. */
    Run finish(int limit) {
      do {
        step();
      } while (!result.converged() && t < limit);
      assertTrue(result.converged(), "not converged after " + t + " iterations, loss " + result.loss());
      return this;
    }
  }

  /** sum_i i (x_i - i)^2 / 2 for i from 1. */
  private static double bowl(float[] x, float[] g) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double e = x[i] - (i + 1);
      g[i] = (float) ((i + 1) * e);
      sum += (i + 1) * e * e / 2;
    }
    return sum;
  }

  private static double rosenbrock(float[] x, float[] g) {
    double sum = 0;
    Arrays.fill(g, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double a = 1 - x[i];
      double b = x[i + 1] - (double) x[i] * x[i];
      sum += a * a + 100 * b * b;
      g[i] += (float) (-2 * a - 400 * b * x[i]);
      g[i + 1] += (float) (200 * b);
    }
    return sum;
  }

  /** x - log x in each element: not defined for x below 0, lowest at 1. */
  private static double barrier(float[] x, float[] g) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      g[i] = 1 - 1 / x[i];
      sum += x[i] - Math.log(x[i]);
    }
    return sum;
  }

  @Test
  void aParabolaTakesThreeSteps() {
    Run run = new Run((x, g) -> {
      g[0] = 4 * (x[0] - 3);
      return 2 * ((double) x[0] - 3) * (x[0] - 3);
    }, -5).finish(4);
    assertEquals(3, run.x[0]);
    assertEquals(0, run.result.loss());
  }

  @ParameterizedTest
  @CsvSource({"2, 10", "5, 16", "10, 30"})
  void aQuadraticTakesAboutAsManyIterationsAsItHasDimensions(int n, int limit) {
    Run run = new Run(LbfgsTest::bowl, new float[n]).finish(limit);
    for (int i = 0; i < n; i++) {
      assertEquals(i + 1, run.x[i], 1e-6 * (i + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 60", "10, 120", "50, 400"})
  void rosenbrockEndsAtOne(int n, int limit) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 2 == 0 ? -1.2f : 1;
    }
    Run run = new Run(LbfgsTest::rosenbrock, x);
    double before = rosenbrock(x, new float[n]);
    while (run.result == null || !run.result.converged()) {
      run.step();
      assertTrue(run.result.loss() <= before, "the loss rises from " + before + " to " + run.result.loss());
      before = run.result.loss();
      assertTrue(run.t < limit, "not converged after " + limit + " iterations, loss " + before);
    }
    assertTrue(run.evaluations < 2 * run.t + 40, run.evaluations + " evaluations in " + run.t + " iterations");
    if (n == 2) {
      assertArrayEquals(new float[] {1, 1}, x, 1e-5f);
    } else {
      // From 4 dimensions on there is a second minimum, with the first element near -1.
      assertTrue(Math.abs(x[n - 1] - 1) < 1e-3 && Math.abs(x[n / 2] - 1) < 1e-3, Arrays.toString(x));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 0.1, 1e-6", "10, 0, 10, 1e-6", "10, 0.9, 1, 2e-6", "10, 0.99, 1, 1e-5", "10, 0.999, 10, 1e-5",
      "10, 0.9999, 10, 4e-5", "60, 0.9, 3, 1e-5", "60, 0.99, 3, 1e-5"})
  void linearRegressionIsExact(int features, double correlation, double noise, double tolerance) {
    check(new LinearModel(false, 20 * features, features, correlation, noise, 1e-8, 11), tolerance, 600);
  }

  /** A fit without residuals: the loss ends many orders below where it starts, and all that is left is noise. */
  @ParameterizedTest
  @CsvSource({"0, 1e-6", "0.9, 1e-6", "0.99, 2e-6", "0.9999, 4e-5"})
  void aPerfectFitEnds(double correlation, double tolerance) {
    for (int seed = 12; seed < 20; seed++) {
      check(new LinearModel(false, 200, 10, correlation, 0, 0, seed), tolerance, 600);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0, 3, 1e-6", "10, 0.9, 0.3, 1e-5", "10, 0.99, 3, 1e-5", "10, 0.9999, 0.3, 4e-5",
      "10, 0.9999, 3, 4e-5", "60, 0.99, 3, 1e-5"})
  void illConditionedLogisticRegressionIsExact(int features, double correlation, double noise, double tolerance) {
    check(new LinearModel(true, 30 * features, features, correlation, noise, 1e-8, 13), tolerance, 600);
  }

  private static void check(LinearModel model, double tolerance, int limit) {
    Run run = new Run(model, new float[model.parameters()]).finish(limit);
    double distance = model.distance(run.x, model.solution());
    assertTrue(distance < tolerance, "a prediction is off by " + distance);
    assertTrue(model.evaluations < 3 * run.t + 200, model.evaluations + " evaluations in " + run.t + " iterations");
  }

  /** Without a ridge the weights of separable classes grow for ever; the gradient's limit ends it. */
  @Test
  void separableClassesEnd() {
    LinearModel model = new LinearModel(true, 200, 5, 0.5, 0, 0, 14);
    Run run = new Run(model, new float[model.parameters()]).finish(100);
    assertTrue(run.result.loss() < 1e-6);
  }

  /** Noise in the loss as large as the rounding errors of a net, in the gradient a little smaller. */
  @ParameterizedTest
  @CsvSource({"1e-8", "1e-7", "3e-7"})
  void noiseNeitherFailsNorLoops(double level) {
    for (int seed = 0; seed < 20; seed++) {
      Rng rng = new Rng(seed, RandomStream.LAYER, 1, 0);
      Run run = new Run((x, g) -> {
        double loss = 1 + bowl(x, g);
        for (int i = 0; i < x.length; i++) {
          g[i] += (float) (level * rng.nextGaussian());
        }
        return loss * (1 + level * rng.nextGaussian());
      }, new float[8]).finish(60);
      assertTrue(run.evaluations < 150, run.evaluations + " evaluations");
      for (int i = 0; i < 8; i++) {
        assertEquals(i + 1, run.x[i], 1e-5 * (i + 1));
      }
    }
  }

  @Test
  void nonFiniteRegionsAreLeft() {
    // The first step along -g is as long as the way to the edge, the next are longer.
    Run run = new Run(LbfgsTest::barrier, 1e-3f, 0.5f, 20).finish(60);
    assertArrayEquals(new float[] {1, 1, 1}, run.x, 1e-5f);
    Run infinite = new Run((x, g) -> {
      g[0] = 2 * (x[0] - 1);
      return x[0] > 1.5f ? Double.POSITIVE_INFINITY : ((double) x[0] - 1) * (x[0] - 1);
    }, -1e6f).finish(60);
    assertEquals(1, infinite.x[0], 1e-6);
    Run gradient = new Run((x, g) -> {
      double loss = bowl(x, g);
      g[0] = x[0] > 1.1f ? Float.NaN : g[0];
      return loss;
    }, -40, 70).finish(60);
    assertArrayEquals(new float[] {1, 2}, gradient.x, 1e-5f);
  }

  @Test
  void aStartThatIsNotFiniteIsReportedAndCanBeLeft() {
    Run run = new Run(LbfgsTest::barrier, -1, 2).step();
    assertTrue(Double.isNaN(run.result.loss()));
    assertFalse(run.result.converged());
    assertArrayEquals(new float[] {-1, 2}, run.x);
    run.x[0] = 3;
    run.finish(40);
    assertArrayEquals(new float[] {1, 1}, run.x, 1e-5f);
  }

  /** The first step is eight orders too long. */
  @Test
  void aNarrowRegionIsFoundQuickly() {
    Run run = new Run((x, g) -> {
      double e = (x[0] - 1e-8) * 1e6;
      g[0] = (float) (1e-3 * 2e6 * e);
      return x[0] > 2e-8 ? Double.NaN : 1e-3 * e * e;
    }, 0).step();
    assertTrue(run.result.loss() < 1e-7, run.result + " at " + run.x[0]);
    assertTrue(run.evaluations <= 16, run.evaluations + " evaluations");
  }

  /** A loss that was not finite at 0, where all slots say the same as the parameters. */
  @Test
  void aStartIsEvaluatedAgainIfItWasNotFinite() {
    boolean[] broken = {true};
    Run run = new Run((x, g) -> {
      double loss = bowl(x, g);
      return broken[0] ? Double.NaN : loss;
    }, new float[3]).step();
    assertTrue(Double.isNaN(run.result.loss()));
    broken[0] = false;
    double start = bowl(new float[3], new float[3]);
    assertTrue(run.step().result.loss() < start && run.evaluations >= 3);
    run.finish(30);
    assertArrayEquals(new float[] {1, 2, 3}, run.x, 1e-5f);
  }

  /** Every trial fails, as when training is interrupted: it ends soon and leaves the parameters as they were. */
  @Test
  void whenNoTrialIsFiniteTheParametersStay() {
    boolean[] broken = {false};
    Run run = new Run((x, g) -> broken[0] ? Double.NaN : rosenbrock(x, g), -1.2f, 1).steps(3);
    float[] before = run.x.clone();
    int evaluations = run.evaluations;
    broken[0] = true;
    run.step();
    assertArrayEquals(before, run.x);
    assertTrue(run.evaluations - evaluations <= 60);
    broken[0] = false;
    run.finish(80);
    assertArrayEquals(new float[] {1, 1}, run.x, 1e-5f);
  }

  @Test
  void flatFunctionsAndMinimaConvergeAtOnce() {
    Run flat = new Run((x, g) -> {
      Arrays.fill(g, 0);
      return 5;
    }, 1, 2).step();
    assertEquals(new Result(5, true), flat.result);
    assertEquals(new Result(5, true), flat.step().result);
    assertEquals(1, flat.evaluations);
    assertArrayEquals(new float[] {1, 2}, flat.x);
    Run minimum = new Run(LbfgsTest::bowl, 1, 2, 3).step();
    assertEquals(new Result(0, true), minimum.result);
    assertEquals(1, minimum.evaluations);
    // Once more: nothing is evaluated again, nothing moves.
    assertEquals(new Result(0, true), minimum.step().result);
    assertEquals(1, minimum.evaluations);
    Run all = new Run(LbfgsTest::bowl, 0, 0, 0).finish(20);
    float[] found = all.x.clone();
    assertTrue(all.step().result.converged());
    assertArrayEquals(found, all.x);
  }

  /** A gradient that points the wrong way: no step along it lowers the loss. */
  @Test
  void noDescentDirectionEnds() {
    Run run = new Run((x, g) -> {
      double loss = bowl(x, g);
      for (int i = 0; i < g.length; i++) {
        g[i] = -g[i];
      }
      return loss;
    }, 5, 5).step();
    assertTrue(run.result.converged());
    assertArrayEquals(new float[] {5, 5}, run.x);
    assertTrue(run.evaluations <= 31);
  }

  /** A memory that is spoilt, or in which no move has positive curvature, is dropped for a step along -g. */
  @Test
  void aMemoryThatLeadsNowhereIsDropped() {
    Run run = new Run(LbfgsTest::rosenbrock, -1.2f, 1).steps(6);
    Run turned = run.copy();
    double before = run.result.loss();
    int memory = run.optimizer.memory();
    for (int i = 0; i < memory; i++) {
      for (int j = 0; j < 2; j++) {
        run.slots[i][j] = 1000 * (j + i) - 3;
        run.slots[memory + i][j] = (float) Math.sin(i + 2 * j + 1);
        turned.slots[memory + i][j] = -turned.slots[i][j];
      }
    }
    run.step();
    assertTrue(run.result.loss() < before);
    run.finish(80);
    assertArrayEquals(new float[] {1, 1}, run.x, 1e-5f);
    turned.step();
    assertTrue(turned.result.loss() < before);
    assertFalse(turned.result.converged());
    for (int i = 0; i < 2 * memory; i++) {
      assertEquals(i % memory == 7, turned.slots[i][0] != 0, "slot " + i);
    }
    turned.finish(80);
    assertArrayEquals(new float[] {1, 1}, turned.x, 1e-5f);
  }

  @ParameterizedTest
  @CsvSource({"1", "5", "12", "25"})
  void resumingFromSavedSlotsGivesTheSameBits(int stop) {
    float[] start = new float[12];
    Arrays.fill(start, -1);
    Run whole = new Run(LbfgsTest::rosenbrock, start).steps(stop);
    Run resumed = whole.copy();
    int evaluations = whole.evaluations;
    whole.steps(15);
    resumed.steps(15);
    assertArrayEquals(whole.x, resumed.x);
    assertArrayEquals(whole.slots, resumed.slots);
    assertEquals(whole.result, resumed.result);
    assertEquals(whole.evaluations - evaluations, resumed.evaluations, "a resumed run evaluates nothing twice");
  }

  @Test
  void parametersChangedByOthersMakeItStartAnew() {
    Run run = new Run(LbfgsTest::bowl, new float[6]).steps(4);
    Arrays.fill(run.x, 9);
    Run fresh = new Run(LbfgsTest::bowl, run.x.clone());
    assertEquals(fresh.step().result, run.step().result);
    assertArrayEquals(fresh.x, run.x);
  }

  /** Running statistics have no gradient; others may change them between moves without loss of memory. */
  @Test
  void parametersWithoutGradientStay() {
    Objective f = (x, g) -> {
      double loss = rosenbrock(Arrays.copyOf(x, 2), g);
      g[2] = 0;
      return loss;
    };
    float[] start = {-1.2f, 1, 7};
    Run plain = new Run(f, start.clone());
    Run changed = new Run(f, start.clone());
    for (int t = 0; t < 10; t++) {
      changed.x[2] = 7 + t;
      plain.step();
      changed.step();
      assertEquals(7 + t, changed.x[2]);
      assertEquals(plain.result, changed.result);
    }
    assertEquals(plain.evaluations, changed.evaluations);
  }

  /** Where all parameters are 0 no interval is too short beside them. */
  @Test
  void aSearchFromZeroEnds() {
    Run run = new Run((x, g) -> {
      g[0] = 1;
      return x[0] == 0 ? 3 : Double.NaN;
    }, 0).step();
    assertEquals(new Result(3, true), run.result);
    assertTrue(run.evaluations <= 31, run.evaluations + " evaluations");
  }

  @Test
  void aMemoryOfOneIsEnough() {
    Run run = new Run(new Lbfgs(1, 1e-3, 0), LbfgsTest::rosenbrock, -1.2f, 1).finish(200);
    assertArrayEquals(new float[] {1, 1}, run.x, 1e-3f);
  }

  /** Larger limits end it earlier. */
  @Test
  void settingsDecideWhenItEnds() {
    LinearModel model = new LinearModel(true, 300, 10, 0.99, 3, 1e-8, 13);
    long exact = new Run(model, new float[11]).finish(600).t;
    Run byGradient = new Run(new Lbfgs(10, 1e-3, 0), model, new float[11]).finish(600);
    assertTrue(byGradient.t < exact);
    float[] g = new float[11];
    model.evaluate(byGradient.x, g);
    assertTrue(Vectors.largest(g) <= 1e-3);
    assertTrue(new Run(new Lbfgs(10, 3, 0), LbfgsTest::bowl, 4).step().result.converged(), "a gradient of 3");
    assertTrue(new Run(new Lbfgs(10, 0, 1e-3), model, new float[11]).finish(600).t < exact);
  }
}
