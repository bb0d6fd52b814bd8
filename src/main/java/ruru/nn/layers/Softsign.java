package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;

/**
 * Softsign: y = x / (1 + |x|), derivative 1 / (1 + |x|)^2 = (1 - |y|)^2. Like tanh, but approaching -1 and 1 much more
 * slowly, so that its units saturate less. Source: Bergstra et al. 2009, "Quadratic polynomials learn better image
 * features"; Glorot, Bengio 2010.
 */
@Description("Softsign: y = x / (1 + |x|).")
public record Softsign() implements Activation {
  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      // Infinity divided by infinity would be no number.
      float near = Math.max(-Float.MAX_VALUE, Math.min(x[i], Float.MAX_VALUE));
      y[i] = near / (1 + Math.abs(near));
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      float rest = 1 - Math.abs(y[i]);
      d[i] *= rest * rest;
    }
  }

  @Override
  public boolean isIncreasing() {
    return true;
  }
}
