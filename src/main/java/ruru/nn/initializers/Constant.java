package ruru.nn.initializers;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * All weights the same. For lessons that start from given weights; the units of a hidden layer would stay identical.
 */
@Description("All weights the same; only for a network without hidden layers.")
public record Constant(@Setting("the weight") double value) implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    Arrays.fill(values, offset, offset + count, (float) value);
  }
}
