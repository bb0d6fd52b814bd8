package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Gate;

/**
 * Gaussian error linear unit, y = x times the probability that a standard normal number is below x, in the form with
 * tanh: y = x/2 (1 + tanh(u)), u = sqrt(2/pi) (x + 0.044715 x^3). It is within 5e-4 of the form with erf, which Java
 * does not have. With s = 1 / (1 + exp(-2u)) that is y = x s, and the derivative is s + 2 y (1 - s) du/dx.
 * Source: Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2. Several loops, because one would be too long to be
 * vectorised.
 */
@Description("Gaussian error linear unit: y = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))).")
public record Gelu() implements Activation {
  /** 2 sqrt(2 / pi) */
  private static final float C = 1.5957691f;
  /** 2 sqrt(2 / pi) 0.044715 */
  private static final float CUBIC = 0.071354816f;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = -x[i] * (C + CUBIC * x[i] * x[i]);
    }
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.exp(y[i]);
    }
    Gate.open(x, y, n);
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      float s = Gate.of(x[i], y[i]);
      float near = Math.max(-Gate.FAR, Math.min(x[i], Gate.FAR));
      d[i] *= s + Math.min(y[i], Gate.FAR) * (1f - s) * (C + 3f * CUBIC * near * near);
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
