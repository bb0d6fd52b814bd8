package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * The threshold of McCulloch and Pitts 1943: y = 1 if x &gt; 0, else 0.
 *
 * <p>Its true derivative is 0 almost everywhere, which would stop all learning; it is taken to be 1, the
 * straight-through estimator (Bengio, Leonard, Courville 2013, arXiv:1308.3432). With squared error the delta rule then
 * becomes the perceptron rule: the change of a weight is rate * (t - y) * input.
 */
@Description("Threshold: y = 1 if x > 0, else 0; learns as if its derivative were 1.")
public record Step() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(0f, Math.signum(x[i]));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    // straight through: f' is taken as 1
  }
}
