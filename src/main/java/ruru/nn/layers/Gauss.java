package ruru.nn.layers;

import ruru.nn.Activation;
import ruru.nn.Description;
import ruru.nn.FloatMath;

/**
 * Gaussian bell: y = exp(-x^2), derivative -2 x y. A unit answers where its weighted sum is near 0, like those of a
 * network of radial basis functions, of which this is the function of one direction. Source: Broomhead, Lowe 1988,
 * "Multivariable functional interpolation and adaptive networks".
 */
@Description("Gaussian bell: y = exp(-x * x).")
public record Gauss() implements Activation {
  /** Far out the bell is 0, and 0 times infinity would be no number. */
  private static final float FAR = 1e4f;

  @Override
  public void forward(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = FloatMath.exp(-x[i] * x[i]);
    }
  }

  @Override
  public void backward(float[] x, float[] y, float[] d, int n) {
    for (int i = 0; i < n; i++) {
      d[i] *= -2 * Math.max(-FAR, Math.min(x[i], FAR)) * y[i];
    }
  }

  @Override
  public boolean derivesFromInput() {
    return true;
  }
}
