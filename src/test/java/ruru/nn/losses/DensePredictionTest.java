package ruru.nn.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Loss;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** A class at each position: what holds for rows of features holds for each position of a map or a series. */
class DensePredictionTest {
  private static final float[] WEIGHTS = {1, 0, 2.5f};
  private static final int CLASSES = 4;

  private final Loss loss = new CrossEntropy();

  private static Tensor random(Shape shape, int stream) {
    Tensor t = new Tensor(shape, WEIGHTS.length);
    for (int r = 0; r < WEIGHTS.length; r++) {
      Rng rng = new Rng(stream, RandomStream.HELD_OUT, 0, r);
      for (int i = 0; i < shape.size(); i++) {
        t.set(r, i, (float) (6 * rng.nextDouble() - 3));
      }
    }
    return t;
  }

  /** One class at a position, with a weight of its own; every fourth position is ignored. */
  private static Tensor targets(Shape shape) {
    Tensor t = new Tensor(shape, WEIGHTS.length);
    for (int r = 0; r < WEIGHTS.length; r++) {
      Rng rng = new Rng(7, RandomStream.HELD_OUT, 0, r);
      for (int p = 0; p < shape.positions(); p++) {
        t.set(r, p * CLASSES + rng.nextInt(CLASSES), (p + r) % 4 == 0 ? 0 : 0.2f + (float) rng.nextDouble());
      }
    }
    return t;
  }

  /** Positions as rows, whose weights are those of the row times that of the position. */
  @ParameterizedTest
  @ValueSource(strings = {"3x5x4", "7x4", "1x1x4"})
  void positionsAreRows(String text) {
    Shape shape = Shape.parse(text);
    Tensor out = random(shape, 1);
    Tensor target = targets(shape);
    Tensor d = new Tensor(shape, WEIGHTS.length);
    Tensor predicted = new Tensor(shape, WEIGHTS.length);
    d.fill(Float.NaN);
    double value = loss.gradient(out, target, WEIGHTS, d);
    assertEquals(value, loss.value(out, target, WEIGHTS), 1e-5);
    loss.predict(out, Loss.Task.CLASSES, predicted);
    double sum = 0;
    for (int r = 0; r < WEIGHTS.length; r++) {
      for (int p = 0; p < shape.positions(); p++) {
        Tensor z = new Tensor(Shape.of(CLASSES), 1);
        Tensor t = new Tensor(Shape.of(CLASSES), 1);
        Tensor dz = new Tensor(Shape.of(CLASSES), 1);
        float weight = 0;
        for (int c = 0; c < CLASSES; c++) {
          z.set(0, c, out.get(r, p * CLASSES + c));
          t.set(0, c, target.get(r, p * CLASSES + c) > 0 ? 1 : 0);
          weight += WEIGHTS[r] * target.get(r, p * CLASSES + c);
        }
        sum += loss.gradient(z, t, new float[] {weight}, dz);
        for (int c = 0; c < CLASSES; c++) {
          assertEquals(dz.get(0, c), d.get(r, p * CLASSES + c), 1e-6);
        }
        Tensor q = new Tensor(Shape.of(CLASSES), 1);
        loss.predict(z, Loss.Task.CLASSES, q);
        for (int c = 0; c < CLASSES; c++) {
          assertEquals(q.get(0, c), predicted.get(r, p * CLASSES + c), 1e-6);
        }
      }
    }
    assertEquals(sum, value, 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3x5x4", "7x4"})
  void gradientIsTheDerivativeOfTheValue(String text) {
    Shape shape = Shape.parse(text);
    Tensor out = random(shape, 2);
    Tensor target = targets(shape);
    Tensor d = new Tensor(shape, WEIGHTS.length);
    loss.gradient(out, target, WEIGHTS, d);
    for (int r = 0; r < WEIGHTS.length; r++) {
      for (int i = 0; i < shape.size(); i++) {
        float before = out.get(r, i);
        out.set(r, i, before + 3e-3f);
        double above = loss.value(out, target, WEIGHTS);
        out.set(r, i, before - 3e-3f);
        double numeric = (above - loss.value(out, target, WEIGHTS)) / 6e-3;
        out.set(r, i, before);
        assertEquals(numeric, d.get(r, i), 1e-4);
      }
    }
  }
}
