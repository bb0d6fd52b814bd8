package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Build;
import ruru.nn.Description;
import ruru.nn.Op;
import ruru.nn.Setting;
import ruru.nn.Shape;
import ruru.nn.ops.Heaviside;

/**
 * The input, cut off at two limits: y = min(max(x, low), high). The derivative is 1 inside, and 0 at the limits and
 * beyond. {@code clip 0 6} is ReLU6 (Krizhevsky 2010, "Convolutional deep belief networks on CIFAR-10").
 */
@Description("The input, cut off at two limits: y = min(max(x, low), high); 'clip 0 6' is ReLU6.")
public record Clip(
    @Setting(value = "lower limit", byDefault = "0", shown = true) double low,
    @Setting(value = "upper limit", byDefault = "1", shown = true) double high) implements Activation {

  public Clip() {
    this(0, 1);
  }

  @Override
  public Op build(Build b, Shape... in) {
    if (!(low < high)) {
      throw b.error("the lower limit must be below the upper one, got " + low + " and " + high);
    }
    return Activation.super.build(b, in);
  }

  @Override
  public void forward(float[] x, float[] y, int n) {
    float least = (float) low;
    float most = (float) high;
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(least, Math.min(most, x[i]));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    float least = (float) low;
    float most = (float) high;
    for (int i = 0; i < n; i++) {
      d[i] *= Heaviside.of(Math.max(0f, y[i] - least)) * Heaviside.of(Math.max(0f, most - y[i]));
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
