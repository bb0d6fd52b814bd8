package ruru.nn.initializers;

import java.util.Arrays;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;

/**
 * All weights 0. For a network without hidden layers; the units of a hidden layer would stay identical.
 */
@Description("All weights 0; only for a network without hidden layers.")
public record Zeros() implements Initializer {
  @Override
  public void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng) {
    Arrays.fill(values, offset, offset + count, 0);
  }
}
