package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.VarianceScaling;

/**
 * Gaussian error linear unit, y = x times the probability that a standard normal number is below x, in the form with
 * tanh: y = x/2 (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3). It is within 5e-4 of the form with erf, which Java
 * does not have. With s = 1 / (1 + exp(-2u)) that is y = x s, and the derivative is s + 2 x s (1 - s) du/dx.
 * Source: Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2.
 */
@Description("Gaussian error linear unit: y = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))).")
public record Gelu() implements Activation {
  /** 2 sqrt(2 / pi) */
  private static final double C = 1.5957691216057308;
  private static final double CUBIC = 0.044715;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      double v = x[i];
      y[i] = (float) (v / (1 + Math.exp(-C * v * (1 + CUBIC * v * v))));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      double v = x[i];
      double s = 1 / (1 + Math.exp(-C * v * (1 + CUBIC * v * v)));
      d[i] *= (float) (s + v * s * (1 - s) * C * (1 + 3 * CUBIC * v * v));
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }

  @Override
  public VarianceScaling initialScaling() {
    return VarianceScaling.HE_NORMAL;
  }
}
