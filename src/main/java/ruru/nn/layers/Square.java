package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * Square: y = x^2, derivative 2 x. Sums of squares of linear functions are quadratic functions, so that one such layer
 * separates a circle from its surroundings. Neither value nor slope is bounded.
 */
@Description("Square: y = x * x.")
public record Square() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = x[i] * x[i];
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= 2 * x[i];
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }
}
