package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.losses.Squared;

/** What holds for every loss. */
class LossContractTest {
  private static final float[] WEIGHTS = {1, 0.5f, 2, 1.5f, 1, 3};

  static List<LossSample> samples() {
    return Samples.losses();
  }

  static List<LossSample> classes() {
    return Samples.losses().stream().filter(s -> s.classes() > 0).toList();
  }

  @Test
  void everyLossHasSamplesForItsTasks() {
    Set<String> missing = new TreeSet<>();
    Records.in("ruru.nn.losses", Loss.class).forEach(c -> missing.add(c.getSimpleName()));
    assertTrue(missing.contains("Squared"), "the listing of the losses does not work: " + missing);
    for (LossSample s : Samples.losses()) {
      missing.remove(s.loss().getClass().getSimpleName());
      assertTrue(s.loss().fits(s.task()), () -> s + " does not fit its task");
      for (Loss.Task task : Loss.Task.values()) {
        assertEquals(s.loss().fits(task), Samples.losses().stream()
            .anyMatch(other -> other.loss().equals(s.loss()) && other.task() == task),
            () -> s.loss() + " has samples for " + task + " just if it fits");
      }
    }
    assertTrue(missing.isEmpty(), () -> "losses without a sample; add them to Samples: " + missing);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gradientIsTheDerivativeOfTheValue(LossSample s) {
    Tensor out = s.outputs(WEIGHTS.length);
    Tensor target = s.targets(out);
    Tensor d = new Tensor(s.shape(), WEIGHTS.length);
    s.loss().gradient(out, target, WEIGHTS, d);
    double difference = 0;
    double length = 0;
    for (int r = 0; r < WEIGHTS.length; r++) {
      for (int i = 0; i < s.shape().size(); i++) {
        float before = out.get(r, i);
        out.set(r, i, before + 3e-3f);
        double above = s.loss().value(out, target, WEIGHTS);
        float up = out.get(r, i);
        out.set(r, i, before - 3e-3f);
        double numeric = (above - s.loss().value(out, target, WEIGHTS)) / ((double) up - out.get(r, i));
        out.set(r, i, before);
        difference += Math.pow(numeric - d.get(r, i), 2);
        length += numeric * numeric;
      }
    }
    double error = Math.sqrt(difference / length);
    assertTrue(error < 1e-4, () -> "relative error of the gradient is " + error);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gradientReturnsTheValueAndOverwrites(LossSample s) {
    Tensor out = s.outputs(6);
    Tensor target = s.targets(out);
    out.setRows(4);
    Tensor d = new Tensor(s.shape(), 6);
    d.fill(Float.NaN);
    d.setRows(4);
    double value = s.loss().value(out, target, WEIGHTS);
    assertTrue(value > 0, "the samples are not free of loss");
    assertEquals(value, s.loss().gradient(out, target, WEIGHTS, d), 1e-6 * value);
    for (float g : NetworkRig.all(d)) {
      assertFalse(Float.isNaN(g), "an element of the gradient was not overwritten");
    }
    d.setRows(6);
    assertTrue(Float.isNaN(d.get(4, 0)) && Float.isNaN(d.get(5, s.shape().size() - 1)), "a row too many was written");
  }

  /** A weight of 0 is a row that is not there: its outputs do not count, and its gradient is overwritten with 0. */
  @ParameterizedTest
  @MethodSource("samples")
  void weightsAreExact(LossSample s) {
    float[] weights = {2, 0, 0.5f, 0, 3, 0};
    Tensor out = s.outputs(6);
    Tensor target = s.targets(out);
    double expected = 0;
    for (int r = 0; r < 6; r++) {
      float[] one = new float[6];
      one[r] = 1;
      expected += weights[r] * s.loss().value(out, target, one);
    }
    Tensor once = new Tensor(s.shape(), 6);
    s.loss().gradient(out, target, new float[] {1, 1, 1, 1, 1, 1}, once);
    for (int r = 1; r < 6; r += 2) {
      for (int i = 0; i < s.shape().size(); i++) {
        out.set(r, i, Float.NaN);
      }
    }
    Tensor d = new Tensor(s.shape(), 6);
    d.fill(Float.NaN);
    assertEquals(expected, s.loss().value(out, target, weights), 1e-6 * expected);
    assertEquals(expected, s.loss().gradient(out, target, weights, d), 1e-6 * expected);
    for (int r = 0; r < 6; r++) {
      for (int i = 0; i < s.shape().size(); i++) {
        assertEquals(weights[r] * once.get(r, i), d.get(r, i), 1e-6, "row " + r + " of weight " + weights[r]);
      }
    }
  }

  /** A target of shares stands for rows of one class each that have these shares as weights. */
  @ParameterizedTest
  @MethodSource("classes")
  void theLossOfSharesIsTheMeanOverTheirClasses(LossSample s) {
    if (s.loss() instanceof Squared) {
      return;
    }
    Tensor out = s.outputs(1);
    boolean shared = s.shape().size() < s.classes();
    Tensor shares = new Tensor(s.shape(), 1);
    double expected = 0;
    for (int y = 0; y < s.classes(); y++) {
      float share = (float) (2.0 * (y + 1) / (s.classes() * (s.classes() + 1)));
      Tensor one = new Tensor(s.shape(), 1);
      one.set(0, shared ? 0 : y, shared ? y : 1);
      expected += share * s.loss().value(out, one, new float[] {1});
      shares.set(0, shared ? 0 : y, share);
    }
    assertEquals(expected, s.loss().value(out, shares, new float[] {1}), 1e-6 * expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void hugeOutputsAreNoTrouble(LossSample s) {
    Tensor out = new Tensor(s.shape(), 4);
    Tensor target = s.targets(s.outputs(4));
    for (int r = 0; r < 4; r++) {
      for (int i = 0; i < s.shape().size(); i++) {
        out.set(r, i, (r + i) % 2 == 0 ? 1e4f : -1e4f);
      }
    }
    Tensor d = new Tensor(s.shape(), 4);
    assertTrue(Double.isFinite(s.loss().value(out, target, WEIGHTS)));
    assertTrue(Double.isFinite(s.loss().gradient(out, target, WEIGHTS, d)));
    for (float g : NetworkRig.all(d)) {
      assertTrue(Float.isFinite(g));
    }
  }

  /** So that the trainer sees it. */
  @ParameterizedTest
  @MethodSource("samples")
  void whatIsNotANumberShowsInTheValue(LossSample s) {
    for (int i = 0; i < s.shape().size(); i++) {
      Tensor out = s.outputs(2);
      Tensor target = s.targets(out);
      out.set(1, i, Float.NaN);
      assertTrue(Double.isNaN(s.loss().value(out, target, WEIGHTS)), "value with output " + i);
      assertTrue(Double.isNaN(s.loss().gradient(out, target, WEIGHTS, new Tensor(s.shape(), 2))), "gradient " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void predictionsAreSharesAndPreferTheLargestOutput(LossSample s) {
    for (float scale : new float[] {1, 1e4f}) {
      Tensor out = s.outputs(20);
      for (int i = 0; i < out.matrix().length; i++) {
        out.matrix()[i] *= scale;
      }
      Tensor prediction = new Tensor(Shape.of(s.classes()), 20);
      prediction.fill(Float.NaN);
      s.loss().predict(out, Loss.Task.CLASSES, prediction);
      for (int r = 0; r < 20; r++) {
        float[] p = NetworkRig.row(prediction, r);
        float[] z = NetworkRig.row(out, r);
        double sum = 0;
        for (float share : p) {
          assertTrue(share >= 0, Arrays.toString(p));
          sum += share;
        }
        assertEquals(1, sum, 1e-6, Arrays.toString(p));
        int best = z.length == 1 ? (z[0] > 0 ? 1 : 0) : indexOfLargest(z);
        assertEquals(p[indexOfLargest(p)], p[best], () -> Arrays.toString(z) + " gives " + Arrays.toString(p));
      }
    }
  }

  private static int indexOfLargest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  /** Two classes share one output of the losses that look at a sign or a sigmoid; more have one each. */
  @ParameterizedTest
  @MethodSource("classes")
  void everyClassHasAnOutputButForTwoThatShareOne(LossSample s) {
    boolean shared = Set.of("BinaryCrossEntropy", "Hinge", "Perceptron").contains(s.loss().getClass().getSimpleName());
    assertEquals(shared ? 1 : 2, s.loss().outputs(2));
    assertEquals(3, s.loss().outputs(3));
    assertEquals(10, s.loss().outputs(10));
  }

  /** Numbers are predicted as they are, at all positions; the values of a nominal column have shares. */
  @ParameterizedTest
  @MethodSource("samples")
  void numbersAreTheirOwnPredictions(LossSample s) {
    if (s.classes() > 0) {
      return;
    }
    Tensor out = s.outputs(3);
    Tensor prediction = new Tensor(s.shape(), 3);
    prediction.fill(Float.NaN);
    s.loss().predict(out, Loss.Task.NUMBERS, prediction);
    boolean[] nominal = s.nominal();
    for (int r = 0; r < 3; r++) {
      for (int i = 0; i < s.shape().size(); i++) {
        if (!nominal[i]) {
          assertEquals(out.get(r, i), prediction.get(r, i), "row " + r + ", output " + i);
        }
      }
    }
  }

  /** A data set may have one class only. */
  @ParameterizedTest
  @MethodSource("classes")
  void oneClassIsCertain(LossSample s) {
    assertEquals(1, s.loss().outputs(1));
    Tensor out = new Tensor(Shape.of(1), 1);
    out.set(0, 0, -0.5f);
    Tensor prediction = new Tensor(Shape.of(1), 1);
    s.loss().predict(out, Loss.Task.CLASSES, prediction);
    assertEquals(1, prediction.get(0, 0));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shiftInvarianceIsAsTold(LossSample s) {
    if (s.classes() > 0) {
      return;
    }
    Tensor out = s.outputs(4);
    Tensor target = s.targets(out);
    double before = s.loss().value(out, target, WEIGHTS);
    for (Tensor t : List.of(out, target)) {
      for (int r = 0; r < 4; r++) {
        for (int i = 0; i < s.shape().size(); i++) {
          t.set(r, i, t.get(r, i) + 4);
        }
      }
    }
    double after = s.loss().value(out, target, WEIGHTS);
    if (s.loss().shiftInvariant()) {
      assertEquals(before, after, 1e-5 * before);
    } else {
      assertNotEquals(before, after, 1e-2 * before);
    }
  }
}
