package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * The sign: y = 1 if x &gt; 0, -1 if x &lt; 0, 0 at 0. As for {@link Step}, the derivative is taken as 1, the
 * straight-through estimator (Bengio, Leonard, Courville 2013, arXiv:1308.3432).
 */
@Description("Sign: y = 1, 0 or -1; learns as if its derivative were 1.")
public record Sign() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.signum(x[i]);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    // straight through: f' is taken as 1
  }
}
