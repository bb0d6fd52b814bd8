package ruru.nn;

/**
 * Random weights whose variance keeps signals and gradients at the same scale through the layers: variance = scale /
 * fan, drawn from a normal distribution, or uniformly from [-sqrt(3 variance), sqrt(3 variance)].
 *
 * <p>Sources: Glorot and Bengio 2010 (scale 1, fan the mean of inputs and outputs); He et al. 2015, arXiv:1502.01852
 * (scale 2, inputs); LeCun et al. 1998, "Efficient BackProp" (scale 1, inputs). The normal form is not truncated.
 */
public record VarianceScaling(double scale, Fan fan, boolean uniform) implements Initializer {
  /** Numbers drawn between two questions whether they are still wanted. */
  private static final int BLOCK = 1 << 16;

  public static final VarianceScaling GLOROT_UNIFORM = new VarianceScaling(1, Fan.MEAN, true);
  public static final VarianceScaling GLOROT_NORMAL = new VarianceScaling(1, Fan.MEAN, false);
  public static final VarianceScaling HE_UNIFORM = new VarianceScaling(2, Fan.IN, true);
  public static final VarianceScaling HE_NORMAL = new VarianceScaling(2, Fan.IN, false);
  public static final VarianceScaling LECUN_UNIFORM = new VarianceScaling(1, Fan.IN, true);
  public static final VarianceScaling LECUN_NORMAL = new VarianceScaling(1, Fan.IN, false);

  /** What the variance is divided by. */
  public enum Fan { IN, MEAN }

  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    double size = fan == Fan.IN ? fanIn : (fanIn + (double) fanOut) / 2;
    double deviation = Math.sqrt(scale / size);
    double limit = Math.sqrt(3) * deviation;
    for (int i = offset; i < offset + count; i++) {
      if ((i - offset) % BLOCK == 0) {
        cancellation.check();
      }
      values[i] = (float) (uniform ? limit * (2 * rng.nextDouble() - 1) : deviation * rng.nextGaussian());
    }
  }
}
