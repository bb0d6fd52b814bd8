package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;

/**
 * Hyperbolic tangent: y = tanh(x), derivative 1 - y^2. Computed as e / (e + 2) with e = exp(2x) - 1, which loses no
 * bits near 0. Two loops, because one would be too long to be vectorised.
 */
@Description("Hyperbolic tangent: y = tanh(x).")
public record Tanh() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.expm1(2f * x[i]);
    }
    for (int i = 0; i < n; i++) {
      y[i] = y[i] / (y[i] + 2f);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= 1f - y[i] * y[i];
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
