package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;

/** The logistic function: y = 1 / (1 + exp(-x)), derivative y (1 - y). */
@Description("Logistic function: y = 1 / (1 + exp(-x)).")
public record Sigmoid() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = 1f / (1f + FloatMath.exp(-x[i]));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= y[i] * (1f - y[i]);
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
