package ruru.nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ruru.nn.ColumnGroups;
import ruru.nn.Loss;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;

class JointTest {
  private static final float[] WEIGHTS = {1, 0.5f, 2, 0, 3};
  private static final float NAN = Float.NaN;

  private static Joint joint(String targets) {
    return new Joint(ColumnGroups.parse(targets), Joint.Nominal.CROSSENTROPY, Joint.Numeric.SQUARED, 1);
  }

  private static Tensor tensor(int width, float... values) {
    Tensor t = new Tensor(Shape.of(width), values.length / width);
    System.arraycopy(values, 0, t.matrix(), 0, values.length);
    return t;
  }

  private static Tensor random(int width, int seed) {
    Rng rng = new Rng(seed, RandomStream.HELD_OUT);
    float[] values = new float[5 * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (4 * rng.nextDouble() - 2);
    }
    return tensor(width, values);
  }

  private static Tensor classes(int width) {
    Tensor t = new Tensor(Shape.of(width), 5);
    for (int r = 0; r < 5; r++) {
      t.set(r, r * 2 % width, 1);
    }
    return t;
  }

  /** One target has the loss that it had before there were several, to the last bit. */
  @Test
  void oneTargetAloneIsAsBefore() {
    for (int width : new int[] {2, 3, 7}) {
      assertSame(new CrossEntropy(), joint("c" + width), random(width, 1), classes(width), Loss.Task.CLASSES);
    }
    assertSame(new Squared(), joint("n1"), random(1, 2), random(1, 3), Loss.Task.NUMBERS);
    assertSame(new Huber(0.3), new Joint(ColumnGroups.parse("n1"), Joint.Nominal.SQUARED, Joint.Numeric.HUBER, 0.3),
        random(1, 2), random(1, 3), Loss.Task.NUMBERS);
  }

  /** What does not judge may be anything: an infinite loss times 0 would be NaN. */
  @Test
  void whatDoesNotJudgeIsNotLookedAt() {
    for (Joint.Numeric numeric : Joint.Numeric.values()) {
      for (Joint.Nominal nominal : Joint.Nominal.values()) {
        Joint judging = new Joint(ColumnGroups.parse("n1+n1+c2"), nominal, numeric, 1).judging();
        Tensor out = tensor(4, 1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 2, Float.NaN, Float.NaN, 3);
        Tensor finite = tensor(4, 1, 0, 0, 0, 2, 0, 0, 0);
        Tensor target = tensor(4, 0, 0, 1, 0, 0, 0, 0, 1);
        float[] weight = {1, 1};
        assertEquals(judging.value(finite, target, weight), judging.value(out, target, weight), judging.toString());
      }
    }
  }

  private static void assertSame(Loss single, Joint joint, Tensor out, Tensor target, Loss.Task task) {
    assertEquals(single.value(out, target, WEIGHTS), joint.value(out, target, WEIGHTS));
    Tensor expected = new Tensor(out.shape(), 5);
    Tensor actual = new Tensor(out.shape(), 5);
    assertEquals(single.gradient(out, target, WEIGHTS, expected), joint.gradient(out, target, WEIGHTS, actual));
    assertArrayEquals(expected.matrix(), actual.matrix());
    single.predict(out, task, expected);
    joint.predict(out, Loss.Task.NUMBERS, actual);
    assertArrayEquals(expected.matrix(), actual.matrix());
  }

  /** By hand: -log of 3/4 for odds of 3 to 1, and half of 2 squared; the second row's number and third row's class
   * are missing. */
  @Test
  void lossesOfTheKnownTargetsAreAdded() {
    float ln3 = (float) Math.log(3);
    Tensor out = tensor(3, ln3, 0, 5, ln3, 0, 5, ln3, 0, 5);
    Tensor target = tensor(3, 1, 0, 3, 0, 1, NAN, NAN, NAN, 6);
    float[] weights = {1, 2, 4};
    double expected = -Math.log(0.75) + 2 + 2 * -Math.log(0.25) + 4 * 0.5;
    assertEquals(expected, joint("c2+n1").value(out, target, weights), 1e-6);
    Tensor d = new Tensor(Shape.of(3), 3);
    assertEquals(expected, joint("c2+n1").gradient(out, target, weights, d), 1e-6);
    assertArrayEquals(new float[] {-0.25f, 0.25f, 2, 1.5f, -1.5f, 0, 0, 0, -4}, d.matrix(), 1e-6f);
    assertEquals(3 * -Math.log(0.75) + 0.5 * 2 + 3 * 2 * -Math.log(0.25) + 0.5 * 4 * 0.5,
        joint("c2:3+n1:0.5").value(out, target, weights), 1e-5);
  }

  /** A missing target is as good as a row of weight 0 for this target alone. */
  @Test
  void aMissingTargetCountsAsWeightZero() {
    Tensor out = random(5, 4);
    Tensor target = random(5, 5);
    Tensor missing = tensor(5, target.matrix().clone());
    for (int j = 0; j < 3; j++) {
      missing.set(1, j, NAN);
    }
    float[] without = WEIGHTS.clone();
    without[1] = 0;
    Tensor expected = new Tensor(out.shape(), 5);
    Tensor actual = new Tensor(out.shape(), 5);
    joint("c3+n2").gradient(out, target, without, expected);
    joint("c3+n2").gradient(out, missing, WEIGHTS, actual);
    for (int r = 0; r < 5; r++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(expected.get(r, j), actual.get(r, j));
      }
    }
    assertTrue(actual.get(1, 3) != 0);
  }

  /** Held-out rows are judged by the first target. */
  @Test
  void theFirstTargetJudges() {
    Tensor out = random(5, 6);
    Tensor target = random(5, 7);
    Tensor other = tensor(5, target.matrix().clone());
    for (int r = 0; r < 5; r++) {
      other.set(r, 3, NAN);
      other.set(r, 4, 100);
    }
    Loss judging = joint("c3+n2:1.5").judging();
    assertEquals(judging.value(out, target, WEIGHTS), judging.value(out, other, WEIGHTS));
    Tensor first = new Tensor(Shape.of(3), 5);
    Tensor wanted = new Tensor(Shape.of(3), 5);
    for (int r = 0; r < 5; r++) {
      for (int j = 0; j < 3; j++) {
        first.set(r, j, out.get(r, j));
        wanted.set(r, j, target.get(r, j));
      }
    }
    assertEquals(new CrossEntropy().value(first, wanted, WEIGHTS), judging.value(out, target, WEIGHTS));
    assertEquals(new CrossEntropy(), new CrossEntropy().judging());
  }

  @Test
  void anotherNumberOfOutputsIsRefused() {
    for (int width : List.of(4, 6)) {
      Tensor out = new Tensor(Shape.of(width), 2);
      String message = assertThrows(IllegalArgumentException.class,
          () -> joint("c3+n2").value(out, out, new float[] {1, 1})).getMessage();
      assertTrue(message.contains("c3+n2"), message);
    }
  }
}
