package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.VarianceScaling;

/**
 * Rectified linear unit: y = max(0, x); the derivative at 0 is taken as 0.
 * Source: Nair and Hinton 2010, "Rectified linear units improve restricted Boltzmann machines".
 */
@Description("Rectified linear unit: y = max(0, x).")
public record Relu() implements Activation {
  /** Large enough that min(1, y * HUGE) is 1 for every y above 1e-38. */
  private static final float HUGE = 3e38f;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(0f, x[i]);
    }
  }

  // y > 0 exactly where x > 0, so x need not be kept. The product with min(1, y * HUGE) in place of a branch is what
  // the compiler can turn into vector instructions.
  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= Math.min(1f, y[i] * HUGE);
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
