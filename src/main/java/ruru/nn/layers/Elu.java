package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.Setting;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Heaviside;

/**
 * Exponential linear unit: y = x if x &gt; 0, else alpha (exp(x) - 1). Derivative: 1 if y &gt; 0, else y + alpha.
 * Source: Clevert, Unterthiner, Hochreiter 2016, arXiv:1511.07289; alpha 1 and He's initial weights as there.
 */
@Description("Exponential linear unit: y = x if x > 0, else alpha (exp(x) - 1).")
public record Elu(
    @Setting(value = "the limit at minus infinity is -alpha", byDefault = "1", min = 0) double alpha)
    implements Activation {

  public Elu() {
    this(1);
  }

  // exp(x) - 1 is above x where x is below 0, so the greater of the two is right on both sides of 0.
  @Override
  public void forward(float[] x, float[] y, int n) {
    float a = (float) alpha;
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], FloatMath.expm1(Math.min(x[i], 0f)));
    }
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(y[i], 0f) + a * Math.min(y[i], 0f);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    float a = (float) alpha;
    for (int i = 0; i < n; i++) {
      float positive = Heaviside.of(Math.max(0f, y[i]));
      d[i] *= positive + (1f - positive) * (Math.min(0f, y[i]) + a);
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
