package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Heaviside;

/**
 * Rectified linear unit: y = max(0, x); the derivative at 0 is taken as 0.
 * Source: Nair and Hinton 2010, "Rectified linear units improve restricted Boltzmann machines".
 */
@Description("Rectified linear unit: y = max(0, x).")
public record Relu() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(0f, x[i]);
    }
  }

  // y > 0 exactly where x > 0, so x need not be kept.
  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= Heaviside.of(y[i]);
    }
  }

  @Override
  public VarianceScaling initialScaling() {
    return VarianceScaling.HE_NORMAL;
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
