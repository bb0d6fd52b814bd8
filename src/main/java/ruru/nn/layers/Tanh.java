package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * Hyperbolic tangent: y = tanh(x), derivative 1 - y^2. Computed in double as 1 - 2 / (exp(2x) + 1), because Java's
 * exp is compiled to fast code and its tanh, before Java 24, is not.
 */
@Description("Hyperbolic tangent: y = tanh(x).")
public record Tanh() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) (1 - 2 / (Math.exp(2.0 * x[i]) + 1));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= 1f - y[i] * y[i];
    }
  }
}
