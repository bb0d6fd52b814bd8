package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * Sine: y = sin(x), derivative cos(x); a network of sines fits waves. Source: Sitzmann et al. 2020, arXiv:2006.09661,
 * whose first weights are 30 times as large.
 */
@Description("Sine: y = sin(x).")
public record Sin() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.sin(x[i]);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= (float) Math.cos(x[i]);
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }
}
