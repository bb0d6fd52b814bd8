package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Gate;

/**
 * Swish, also called SiLU: y = x s with s = 1 / (1 + exp(-x)). Derivative: s (1 + x (1 - s)) = s + y (1 - s).
 * Sources: Elfwing, Uchibe, Doya 2018, arXiv:1702.03118; Ramachandran, Zoph, Le 2017, arXiv:1710.05941, with beta 1.
 */
@Description("Swish (SiLU): y = x / (1 + exp(-x)).")
public record Swish() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.exp(-x[i]);
    }
    Gate.open(x, y, n);
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      float s = Gate.of(x[i], y[i]);
      d[i] *= s + Math.min(y[i], Gate.FAR) * (1f - s);
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
