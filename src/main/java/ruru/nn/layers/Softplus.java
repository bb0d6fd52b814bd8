package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * Smooth form of the rectified linear unit: y = log(1 + exp(x)), computed as max(0, x) + log(1 + exp(-|x|)), which
 * cannot overflow. The derivative is the logistic function of x, and that is 1 - exp(-y). Source: Dugas et al. 2001,
 * "Incorporating second-order functional knowledge for better option pricing".
 */
@Description("Smooth rectified linear unit: y = log(1 + exp(x)).")
public record Softplus() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) (Math.max(0f, x[i]) + Math.log1p(Math.exp(-Math.abs(x[i]))));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= (float) (1 - Math.exp(-y[i]));
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
