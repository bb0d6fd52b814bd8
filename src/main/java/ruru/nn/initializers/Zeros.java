package ruru.nn.initializers;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;

/**
 * All weights 0. For a network without hidden layers; the units of a hidden layer would stay identical.
 */
@Description("All weights 0; only for a network without hidden layers.")
public record Zeros() implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    Arrays.fill(values, offset, offset + count, 0);
  }
}
