package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Uniform on [-a, a] with a = sqrt(6 / fanIn), so that the variance is 2 / fanIn.
 * Source: He et al. 2015, arXiv:1502.01852, equation 10.
 */
@Description("He uniform, for relu: between +-sqrt(6 / inputs).")
public record HeUniform() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    VarianceScaling.HE_UNIFORM.fill(values, offset, count, fanIn, fanOut, rng, cancellation);
  }
}
