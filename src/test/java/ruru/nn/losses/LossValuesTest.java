package ruru.nn.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** Losses worked out by hand. */
class LossValuesTest {
  private static Tensor row(float... values) {
    Tensor t = new Tensor(Shape.of(values.length), 1);
    t.writeRow(0, values, 0);
    return t;
  }

  private static void assertLoss(double value, float[] gradient, Loss loss, float[] out, float... target) {
    Tensor d = new Tensor(Shape.of(out.length), 1);
    assertEquals(value, loss.gradient(row(out), row(target), new float[] {1}, d), 1e-6);
    assertEquals(value, loss.value(row(out), row(target), new float[] {1}), 1e-6);
    assertArrayEquals(gradient, d.matrix(), 1e-6f);
  }

  private static float[] of(float... values) {
    return values;
  }

  private static float[] votes(Loss loss, int classes, float... out) {
    Tensor p = new Tensor(Shape.of(classes), 1);
    loss.predict(row(out), Loss.Task.CLASSES, p);
    return p.matrix();
  }

  /** exp(0), exp(log 2), exp(log 5): shares 1/8, 2/8, 5/8. */
  @Test
  void crossentropy() {
    float[] z = of(0, (float) Math.log(2), (float) Math.log(5));
    assertLoss(Math.log(4), of(0.125f, -0.75f, 0.625f), new CrossEntropy(), z, 0, 1, 0);
    assertArrayEquals(of(0.125f, 0.25f, 0.625f), votes(new CrossEntropy(), 3, z), 1e-6f);
    assertLoss(2e4, of(1, -1), new CrossEntropy(), of(1e4f, -1e4f), 0, 1);
  }

  /** Of the shares 1/2, 1/4 and 3/4 each by itself: -log of 1/2, 1/4 and 1/4. */
  @Test
  void binaryCrossentropyOfSeveral() {
    float[] z = of(0, (float) -Math.log(3), (float) Math.log(3));
    Loss loss = new BinaryCrossEntropy();
    assertLoss(Math.log(2) + 2 * Math.log(4), of(0.5f, -0.75f, 0.75f), loss, z, 0, 1, 0);
    assertArrayEquals(of(1 / 3f, 1 / 6f, 0.5f), votes(loss, 3, z), 1e-6f);
    assertLoss(2e4, of(1, -1), loss, of(1e4f, -1e4f), 0, 1);
    assertArrayEquals(of(1, 0, 0), votes(loss, 3, -1e3f, -2e3f, -3e3f), 1e-6f);
    assertArrayEquals(of(0.5f, 0.5f), votes(loss, 2, 1e3f, 2e3f), 1e-6f);
  }

  /** One output, of the second class. */
  @Test
  void binaryCrossentropyOfTwo() {
    float z = (float) Math.log(3);
    assertLoss(Math.log(4), of(0.75f), new BinaryCrossEntropy(), of(z), 0);
    assertLoss(Math.log(4 / 3.0), of(-0.25f), new BinaryCrossEntropy(), of(z), 1);
    assertArrayEquals(of(0.25f, 0.75f), votes(new BinaryCrossEntropy(), 2, z), 1e-6f);
  }

  @Test
  void hingeOfTwo() {
    assertLoss(0.5, of(-1), new Hinge(), of(0.5f), 1);
    assertLoss(1.5, of(1), new Hinge(), of(0.5f), 0);
    assertLoss(0, of(0), new Hinge(), of(1.5f), 1);
    assertLoss(0, of(0), new Hinge(), of(-1.5f), 0);
    assertArrayEquals(of(0.26894142f, 0.73105858f), votes(new Hinge(), 2, 1), 1e-6f);
  }

  /** True class 2 with 1: class 1 (0.5) is inside the margin, class 3 (2) wins, class 4 (-1) is far. */
  @Test
  void hingeOfSeveral() {
    assertLoss(0.5 + 2, of(1, -2, 1, 0), new Hinge(), of(0.5f, 1, 2, -1), 0, 1, 0, 0);
  }

  /** A class that wins by just the margin has all that is asked for. */
  @Test
  void hingeAtTheMargin() {
    assertLoss(0, of(0), new Hinge(), of(1), 1);
    assertLoss(0, of(0), new Hinge(), of(-1), 0);
    assertLoss(0, of(0, 0, 0), new Hinge(), of(0.5f, 1.5f, 0.5f), 0, 1, 0);
  }

  @Test
  void perceptronOfTwo() {
    assertLoss(0, of(0), new Perceptron(), of(0.5f), 1);
    assertLoss(0.5, of(1), new Perceptron(), of(0.5f), 0);
    assertLoss(0.5, of(-1), new Perceptron(), of(-0.5f), 1);
    assertLoss(0, of(0), new Perceptron(), of(-0.5f), 0);
    assertLoss(0, of(-1), new Perceptron(), of(0), 1);
    assertLoss(0, of(0), new Perceptron(), of(0), 0);
    assertArrayEquals(of(1, 0), votes(new Perceptron(), 2, 0));
    assertArrayEquals(of(0, 1), votes(new Perceptron(), 2, 0.1f));
  }

  /** Behind a threshold the outputs are 0 and 1, and the gradient is output minus target. */
  @Test
  void perceptronBehindAThreshold() {
    for (int y = 0; y <= 1; y++) {
      for (int t = 0; t <= 1; t++) {
        Tensor d = new Tensor(Shape.of(1), 1);
        new Perceptron().gradient(row(y), row(t), new float[] {1}, d);
        assertEquals(y - t, d.get(0, 0));
      }
    }
  }

  @Test
  void perceptronOfSeveral() {
    assertLoss(1, of(0, -1, 1, 0), new Perceptron(), of(0.5f, 1, 2, -1), 0, 1, 0, 0);
    assertLoss(0, of(0, 0, 0, 0), new Perceptron(), of(0.5f, 1, 2, -1), 0, 0, 1, 0);
    assertLoss(0, of(1, 0, -1), new Perceptron(), of(0, 0, 0), 0, 0, 1);
    assertArrayEquals(of(0, 0, 1, 0), votes(new Perceptron(), 4, 0.5f, 1, 2, -1));
  }

  @Test
  void squared() {
    assertLoss(0.5 * (4 + 0.25), of(2, -0.5f), new Squared(), of(3, 0), 1, 0.5f);
    assertArrayEquals(of(0.2f, 0.8f, 0), votes(new Squared(), 3, 0.25f, 1.5f, -2), 1e-6f);
    assertArrayEquals(of(0.5f, 0.5f), votes(new Squared(), 2, -1, -2), 1e-6f);
  }

  @Test
  void absolute() {
    assertLoss(2.5, of(1, -1, 0), new Absolute(), of(3, 0, 7), 1, 0.5f, 7);
  }

  /** |3 - 2| / 2; |-1 + 4| / 4; a target of 0 and one of 0.05 count as 0.1. */
  @Test
  void percentage() {
    assertLoss(0.5 + 0.75 + 3 + 0.5, of(0.5f, 0.25f, -10, 10), new Percentage(0.1), of(3, -1, -0.3f, 0.1f),
        2, -4, 0, 0.05f);
    assertLoss(0, of(0), new Percentage(), of(0), 0);
  }

  @Test
  void huber() {
    assertLoss(0.5 * 0.25 + 2 * (3 - 1) + 0, of(-0.5f, 2, 0), new Huber(2), of(0.5f, 4, 1), 1, 1, 1);
  }

  /** Errors 2 of weight 1 and 3 of weight 0.5; shares 1/8, 2/8 and 5/8 of weight 4. */
  @Test
  void reconstructionWeighsItsColumns() {
    float[] y = of(3, 0, (float) Math.log(2), (float) Math.log(5), -2);
    assertLoss(0.5 * 4 + 4 * Math.log(4) + 0.5 * 0.5 * 9, of(2, 0.5f, -3, 2.5f, -1.5f),
        new Reconstruction("n1+c3:4+n1:0.5"), y, 1, 0, 1, 0, 1);
    Tensor prediction = new Tensor(Shape.of(5), 1);
    new Reconstruction("n1+c3:4+n1:0.5").predict(row(y), Loss.Task.NUMBERS, prediction);
    assertArrayEquals(of(3, 0.125f, 0.25f, 0.625f, -2), prediction.matrix(), 1e-6f);
  }

  /** Each row has its own shares, wherever in the row the nominal column stands. */
  @Test
  void reconstructionPredictsRowByRow() {
    Tensor out = new Tensor(Shape.of(4), 3);
    for (int r = 0; r < 3; r++) {
      out.writeRow(r, of(7, 0, (float) Math.log(3), r), 0);
    }
    out.set(2, 1, (float) Math.log(9));
    Tensor p = new Tensor(Shape.of(4), 3);
    new Reconstruction("n1+c2+n1").predict(out, Loss.Task.NUMBERS, p);
    assertArrayEquals(of(7, 0.25f, 0.75f, 0, 7, 0.25f, 0.75f, 1, 7, 0.75f, 0.25f, 2), p.matrix(), 1e-6f);
  }

  @Test
  void reconstructionNeedsAColumnForEachOutput() {
    assertReconstructionError("n1+c3", 3, "reconstruction", "n1+c3", "3 outputs");
    assertReconstructionError("n1+c3", 5, "reconstruction", "n1+c3", "4", "5 outputs");
  }

  private static void assertReconstructionError(String columns, int outputs, String... parts) {
    Tensor out = new Tensor(Shape.of(outputs), 1);
    String message = assertThrows(IllegalArgumentException.class,
        () -> new Reconstruction(columns).value(out, out, new float[] {1})).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void reconstructionTakesThousandsOfColumns() {
    String columns = "c3+".repeat(20_000) + "n2:0.5";
    assertEquals(columns, new Reconstruction(columns).columns().toString());
    assertThrows(IllegalArgumentException.class, () -> new Reconstruction(columns + "+"));
  }
}
