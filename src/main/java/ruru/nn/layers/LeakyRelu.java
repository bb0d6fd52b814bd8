package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.Setting;
import ruru.nn.VarianceScaling;
import ruru.nn.ops.Heaviside;

/**
 * Leaky rectified linear unit: y = x if x &gt; 0, else slope * x; the derivative at 0 is taken as the slope. Source:
 * Maas, Hannun, Ng 2013, "Rectifier nonlinearities improve neural network acoustic models", with their slope 0.01.
 * Initial weights: He et al. 2015, arXiv:1502.01852, equation 15, variance 2 / ((1 + slope^2) inputs).
 */
@Description("Leaky rectified linear unit: y = x if x > 0, else slope * x.")
public record LeakyRelu(
    @Setting(value = "slope for negative inputs", byDefault = "0.01", min = 0, max = 1) double slope)
    implements Activation {

  public LeakyRelu() {
    this(0.01);
  }

  @Override
  public void forward(float[] x, float[] y, int n) {
    float s = (float) slope;
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], s * x[i]);
    }
  }

  // y > 0 exactly where x > 0
  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    float s = (float) slope;
    float rest = 1 - s;
    for (int i = 0; i < n; i++) {
      d[i] *= s + rest * Heaviside.of(Math.max(0f, y[i]));
    }
  }

  @Override
  public VarianceScaling initialScaling() {
    return new VarianceScaling(2 / (1 + slope * slope), VarianceScaling.Fan.IN, false);
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }

  @Override
  public boolean isLinear() {
    return slope == 1;
  }
}
