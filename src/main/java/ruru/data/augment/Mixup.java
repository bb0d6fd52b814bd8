package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * Blends two training rows: x = (1 - s) x1 + s x2 and the same for their targets, with s from the distribution
 * Beta(alpha, alpha). Source: Zhang, Cisse, Dauphin, Lopez-Paz 2018, "mixup: beyond empirical risk minimization".
 */
@Description("Blends the image and its target with those of another training row, with a weight from Beta(alpha, "
    + "alpha).")
public record Mixup(@Setting(value = "0 for no blending, 0.2 for mostly small weights, 1 for uniform weights",
    min = 0) double alpha) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    if (alpha > 0) {
      // X / (X + Y) for two gamma variates, from logarithms: for a small alpha both may be too small for a double.
      double x = logGamma(random);
      double y = logGamma(random);
      distortion.blend(1 / (1 + StrictMath.exp(x - y)));
    }
  }

  /** The logarithm of a variate Gamma(alpha, 1). Marsaglia, Tsang 2000; for alpha below 1 through alpha + 1. */
  private double logGamma(Rng random) {
    double boost = alpha < 1 ? StrictMath.log(1 - random.nextDouble()) / alpha : 0;
    double d = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return StrictMath.log(d * v) + boost;
        }
      }
    }
  }
}
