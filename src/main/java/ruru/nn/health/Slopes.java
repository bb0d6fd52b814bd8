package ruru.nn.health;

import java.util.Arrays;
import ruru.nn.ElementFunction;

/** The derivative of an activation, from its own backward. */
final class Slopes {
  /** Where an activation that is bounded on both sides has long reached its bounds. */
  private static final float FAR = 30;
  private static final int STEPS = 600;
  /** Of the steepest slope; below it a unit counts as saturated. */
  private static final double FLAT = 0.05;

  private final ElementFunction f;
  private final float flat;
  private final boolean bounded;
  private float[] slopes = {};

  Slopes(ElementFunction f) {
    this.f = f;
    float[] x = new float[2 * STEPS + 1];
    for (int i = 0; i < x.length; i++) {
      x[i] = FAR * (i - STEPS) / STEPS;
    }
    float[] y = new float[x.length];
    f.forward(x.clone(), y, x.length);
    float[] curve = of(x, y, x.length);
    double steepest = 0;
    for (int i = 0; i < x.length; i++) {
      steepest = Math.max(steepest, Math.abs(curve[i]));
    }
    flat = (float) (FLAT * steepest);
    bounded = Math.abs(curve[0]) < flat && Math.abs(curve[x.length - 1]) < flat;
  }

  /**
   * f'(x) of n elements; the array is used again by the next call.
   *
   * @param y f(x)
   */
  float[] of(float[] x, float[] y, int n) {
    if (slopes.length < n) {
      slopes = new float[n];
    }
    Arrays.fill(slopes, 0, n, 1);
    f.backward(x, y, slopes, n);
    return slopes;
  }

  /** Whether the function is flat far to both sides, so that its units can saturate. */
  boolean isBounded() {
    return bounded;
  }

  boolean isFlat(float slope) {
    return Math.abs(slope) < flat;
  }
}
