package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.VarianceScaling;

/**
 * Mish: y = x tanh(log(1 + exp(x))). With e = exp(x) and q = e (e + 2) the hyperbolic tangent is w = q / (q + 2), and
 * the derivative is w + x (1 - w) (1 + w) e / (1 + e), 1 - w = 2 / (q + 2). Source: Misra 2019, arXiv:1908.08681.
 */
@Description("Mish: y = x * tanh(log(1 + exp(x))).")
public record Mish() implements Activation {
  /** From here on the tangent is 1 in float, and e * e must not overflow. */
  private static final float FAR = 20;
  /** From here on the product is 0 in float, and no infinity may be a factor. */
  private static final float LEAST = -100;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.exp(Math.min(x[i], FAR));
    }
    for (int i = 0; i < n; i++) {
      float q = y[i] * (y[i] + 2);
      y[i] = Math.max(x[i], LEAST) * (q / (q + 2));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      float near = Math.max(LEAST, Math.min(x[i], FAR));
      float e = FloatMath.exp(near);
      float q = e * (e + 2);
      float w = q / (q + 2);
      d[i] *= w + near * (2 / (q + 2)) * (1 + w) * (e / (1 + e));
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
