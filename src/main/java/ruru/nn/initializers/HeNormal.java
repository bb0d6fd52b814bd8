package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Normal with mean 0 and variance 2 / fanIn, not truncated: relu halves the signal, the 2 makes up for it.
 * Source: He et al. 2015, arXiv:1502.01852, equation 10.
 */
@Description("He normal, for relu: variance 2 / inputs.")
public record HeNormal() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    VarianceScaling.HE_NORMAL.fill(values, offset, count, fanIn, fanOut, rng, cancellation);
  }
}
