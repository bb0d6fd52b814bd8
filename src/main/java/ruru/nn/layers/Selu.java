package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.VarianceScaling;

/**
 * Scaled exponential linear unit: y = scale * x if x &gt; 0, else scale * alpha (exp(x) - 1), with the two constants
 * for which mean 0 and variance 1 are a fixed point. Derivative: scale if y &gt; 0, else y + scale * alpha. Source:
 * Klambauer, Unterthiner, Mayr, Hochreiter 2017, arXiv:1706.02515; LeCun's initial weights as there.
 */
@Description("Scaled exponential linear unit, which keeps signals at mean 0 and variance 1.")
public record Selu() implements Activation {
  private static final double SCALE = 1.0507009873554805;
  private static final double ALPHA = 1.6732632423543772;

  /** Large enough that min(1, y * HUGE) is 1 for every y above 1e-38. */
  private static final float HUGE = 3e38f;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) (SCALE * (Math.max(0f, x[i]) + ALPHA * (Math.exp(Math.min(0f, x[i])) - 1)));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    float scale = (float) SCALE;
    float limit = (float) (SCALE * ALPHA);
    for (int i = 0; i < n; i++) {
      float positive = Math.min(1f, Math.max(0f, y[i]) * HUGE);
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
