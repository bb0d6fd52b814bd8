package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Uniform on [-a, a] with a = sqrt(3 / fanIn), so that the variance is 1 / fanIn.
 * Source: LeCun et al. 1998, "Efficient BackProp", equation 16.
 */
@Description("LeCun uniform: between +-sqrt(3 / inputs).")
public record LecunUniform() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    VarianceScaling.LECUN_UNIFORM.fill(values, offset, count, fanIn, fanOut, rng, cancellation);
  }
}
