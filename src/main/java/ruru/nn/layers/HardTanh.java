package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.ops.Heaviside;

/**
 * Hyperbolic tangent of three straight lines: y = x, cut off at -1 and 1. The derivative is 1 inside, and 0 at the ends
 * and beyond. Source: Collobert 2004, "Large scale machine learning"; {@link Clip} has other limits.
 */
@Description("Piecewise linear tanh: y = x, from -1 to 1.")
public record HardTanh() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(-1f, Math.min(1f, x[i]));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= Heaviside.of(Math.max(0f, 1 - Math.abs(y[i])));
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
