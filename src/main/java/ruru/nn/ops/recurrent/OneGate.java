package ruru.nn.ops.recurrent;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Initializer;
import ruru.nn.Rng;

/**
 * Biases of 0, but 1 for one gate: where the gate that keeps is open, gradients pass from the start (Jozefowicz,
 * Zaremba, Sutskever 2015, "An empirical exploration of recurrent network architectures").
 *
 * @param gate -1 for none
 */
record OneGate(int gate, int units) implements Initializer {
  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) {
    Arrays.fill(values, offset, offset + count, 0);
    if (gate >= 0) {
      Arrays.fill(values, offset + gate * units, offset + (gate + 1) * units, 1);
    }
  }
}
