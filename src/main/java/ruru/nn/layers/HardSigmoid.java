package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.ops.Heaviside;

/**
 * Sigmoid of three straight lines: y = (x + 3) / 6, cut off at 0 and 1. The derivative is 1/6 inside, and 0 at the ends
 * and beyond. The form of PyTorch and Keras 3; Courbariaux et al. 2015, arXiv:1511.00363, has the slope 1/2.
 */
@Description("Piecewise linear sigmoid: y = (x + 3) / 6, from 0 to 1.")
public record HardSigmoid() implements Activation {
  private static final float SLOPE = 1 / 6f;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(0f, Math.min(1f, x[i] * SLOPE + 0.5f));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= SLOPE * Heaviside.of(y[i]) * Heaviside.of(Math.max(0f, 1 - y[i]));
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
