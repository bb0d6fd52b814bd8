package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Heaviside;

/**
 * Scaled exponential linear unit: y = scale * x if x &gt; 0, else scale * alpha (exp(x) - 1), with the two constants
 * for which mean 0 and variance 1 are a fixed point. Derivative: scale if y &gt; 0, else y + scale * alpha. Source:
 * Klambauer, Unterthiner, Mayr, Hochreiter 2017, arXiv:1706.02515; LeCun's initial weights as there.
 */
@Description("Scaled exponential linear unit, which keeps signals at mean 0 and variance 1.")
public record Selu() implements Activation {
  private static final double SCALE = 1.0507009873554805;
  private static final double ALPHA = 1.6732632423543772;

  // exp(x) - 1 is above x where x is below 0, so the greater of the two is right on both sides of 0.
  @Override
  public void forward(float[] x, float[] y, int n) {
    float scale = (float) SCALE;
    float limit = (float) (SCALE * ALPHA);
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], FloatMath.expm1(Math.min(x[i], 0f)));
    }
    for (int i = 0; i < n; i++) {
      y[i] = scale * Math.max(y[i], 0f) + limit * Math.min(y[i], 0f);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    float scale = (float) SCALE;
    float limit = (float) (SCALE * ALPHA);
    for (int i = 0; i < n; i++) {
      float positive = Heaviside.of(Math.max(0f, y[i]));
      d[i] *= positive * scale + (1f - positive) * (Math.min(0f, y[i]) + limit);
    }
  }

  @Override
  public VarianceScaling initialScaling() {
    return VarianceScaling.LECUN_NORMAL;
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
