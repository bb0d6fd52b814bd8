package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Normal with mean 0 and variance 2 / (fanIn + fanOut), not truncated. Source: Glorot and Bengio 2010, "Understanding
 * the difficulty of training deep feedforward neural networks", equation 12.
 */
@Description("Glorot normal: variance 2 / (inputs + outputs).")
public record GlorotNormal() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    VarianceScaling.GLOROT_NORMAL.fill(values, offset, count, fanIn, fanOut, rng, cancellation);
  }
}
