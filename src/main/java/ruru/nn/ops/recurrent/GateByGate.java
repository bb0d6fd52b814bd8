package ruru.nn.ops.recurrent;

import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Initializer;
import ruru.nn.Rng;

/** The weights of gates that stand side by side, each gate's initialised as a matrix [fanIn, fanOut] of its own. */
record GateByGate(Initializer each, int gates) implements Initializer {
  private static final long MOST_BYTES = Float.BYTES + Double.BYTES;

  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    // The orthogonal one computes in double.
    Heap.require(MOST_BYTES * fanIn * fanOut, "drawing the initial weights of a recurrent layer", "Use fewer units");
    float[] one = new float[fanIn * fanOut];
    for (int g = 0; g < gates; g++) {
      each.fill(one, 0, one.length, fanIn, fanOut, rng, cancellation);
      Gates.join(one, values, offset, fanIn, fanOut, gates, g);
    }
  }
}
