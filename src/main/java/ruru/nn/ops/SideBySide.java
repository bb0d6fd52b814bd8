package ruru.nn.ops;

import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Initializer;
import ruru.nn.Rng;

/** Weights [fanIn, count * fanOut] that are several matrices side by side, each initialised as one of its own. */
public record SideBySide(Initializer each, int count) implements Initializer {
  private static final long MOST_BYTES = Float.BYTES + Double.BYTES;

  @Override
  public <E extends Exception> void fill(float[] values, int offset, int size, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    // The orthogonal one computes in double.
    Heap.require(MOST_BYTES * fanIn * fanOut, "drawing " + fanIn + " x " + fanOut + " initial weights",
        "Use fewer units or channels");
    float[] one = new float[fanIn * fanOut];
    for (int m = 0; m < count; m++) {
      each.fill(one, 0, one.length, fanIn, fanOut, rng, cancellation);
      Columns.copy(one, 0, fanOut, values, offset + m * fanOut, count * fanOut, fanOut, fanIn);
    }
  }
}
