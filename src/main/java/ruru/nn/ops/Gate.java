package ruru.nn.ops;

import ruru.nn.layers.Gelu;
import ruru.nn.layers.Swish;

/** What {@link Gelu} and {@link Swish} have in common: y = x s with a gate s that grows from 0 to 1. */
public final class Gate {
  /** At this distance from 0, s is 0 or 1 in float; beyond, products with x would only overflow. */
  public static final float FAR = 100;

  /** Below this, y is x / 2 in float, and smaller numbers lose bits. */
  private static final float TINY = 1e-30f;

  private Gate() {}

  /** y = x / (1 + y), where y holds exp(-v) for s = 1 / (1 + exp(-v)). */
  public static void open(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], -FAR) / (1f + y[i]);
    }
  }

  /** s = y / x, without a second exponential function; 1/2 at 0. */
  public static float of(float x, float y) {
    float numerator = Math.min(Math.max(Math.abs(y), 0.5f * TINY), FAR);
    return numerator / Math.min(Math.max(Math.abs(x), TINY), FAR);
  }
}
