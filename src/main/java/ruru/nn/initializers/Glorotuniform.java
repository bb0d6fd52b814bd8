package ruru.nn.initializers;

import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.VarianceScaling;

/**
 * Uniform on [-a, a] with a = sqrt(6 / (fanIn + fanOut)), so that the variance is 2 / (fanIn + fanOut). Source: Glorot
 * and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", equation 16.
 */
@Description("Glorot uniform: between +-sqrt(6 / (inputs + outputs)).")
public record Glorotuniform() implements Initializer {
  @Override
  public void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng) {
    VarianceScaling.GLOROT_UNIFORM.fill(values, offset, count, fanIn, fanOut, rng);
  }
}
