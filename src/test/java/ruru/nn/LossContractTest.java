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

  @ParameterizedTest
  @MethodSource("samples")
  void weightsAreExact(LossSample s) {
    Tensor out = s.outputs(3);
    Tensor target = s.targets(out);
    double[] single = new double[3];
    for (int r = 0; r < 3; r++) {
      float[] one = new float[3];
      one[r] = 1;
      single[r] = s.loss().value(out, target, one);
    }
    Arrays.fill(out.plane(0), out.channels(), 2 * out.channels(), Float.NaN);
    float[] weights = {2, 0, 0.5f};
    double expected = 2 * single[0] + 0.5 * single[2];
    Tensor d = new Tensor(s.shape(), 3);
    assertEquals(expected, s.loss().value(out, target, weights), 1e-6 * expected);
    assertEquals(expected, s.loss().gradient(out, target, weights, d), 1e-6 * expected);
    Tensor once = new Tensor(s.shape(), 3);
    s.loss().gradient(out, target, new float[] {1, 0, 1}, once);
    for (int i = 0; i < s.shape().size(); i++) {
      assertEquals(2 * once.get(0, i), d.get(0, i), 1e-6, "weight 2");
      assertEquals(0, d.get(1, i), 0, "weight 0, although the output is no number");
      assertEquals(0.5 * once.get(2, i), d.get(2, i), 1e-6, "weight 0.5");
    }
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
