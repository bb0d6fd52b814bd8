package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.Setting;
import ruru.nn.VarianceScaling;

/**
 * Uniform on [-a, a] with a = gain sqrt(6 / (fanIn + fanOut)), so that the variance is gain^2 2 / (fanIn + fanOut).
 * Source: Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks", equation
 * 16.
 */
@Description("Glorot uniform: between +-gain sqrt(6 / (inputs + outputs)).")
public record GlorotUniform(
    @Setting(value = "factor; below 1 for small initial weights", byDefault = "1", min = 0, above = true) double gain)
    implements Initializer {

  public GlorotUniform() {
    this(1);
  }

  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    new VarianceScaling(gain * gain, VarianceScaling.Fan.MEAN, true).fill(values, offset, count, fanIn, fanOut, rng,
        cancellation);
  }
}
