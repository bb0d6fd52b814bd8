package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;

/**
 * Smooth form of the rectified linear unit: y = log(1 + exp(x)), computed as max(0, x) + log(1 + exp(-|x|)), which
 * cannot overflow. The derivative is the logistic function of x, and that is 1 - exp(-y). Source: Dugas et al. 2001,
 * "Incorporating second-order functional knowledge for better option pricing". Several loops, because one would be too
 * long to be vectorised; the last needs x once more.
 */
@Description("Smooth rectified linear unit: y = log(1 + exp(x)).")
public record Softplus() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.exp(-Math.abs(x[i]));
    }
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.log1p(y[i]);
    }
    for (int i = 0; i < n; i++) {
      y[i] += Math.max(x[i], 0f);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= FloatMath.oneMinusExp(y[i]);
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
