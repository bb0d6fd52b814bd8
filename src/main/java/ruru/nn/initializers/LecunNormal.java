package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Normal with mean 0 and variance 1 / fanIn, not truncated. Source: LeCun et al. 1998, "Efficient BackProp", equation
 * 16; what selu needs (Klambauer et al. 2017, arXiv:1706.02515).
 */
@Description("LeCun normal: variance 1 / inputs.")
public record LecunNormal() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    VarianceScaling.LECUN_NORMAL.fill(values, offset, count, fanIn, fanOut, rng, cancellation);
  }
}
