package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/** Cosine: y = cos(x), derivative -sin(x). Its value at 0 is 1, and its slope there 0. */
@Description("Cosine: y = cos(x).")
public record Cos() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.cos(x[i]);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= (float) -Math.sin(x[i]);
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }
}
