package ruru.nn;

/** Draws the initial values of a weight. */
public interface Initializer {
  /** Chosen by the network: by the activation that follows the weight. */
  Initializer AUTO = new Initializer() {
    @Override
    public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
        Cancellation<E> cancellation) {
      throw new IllegalStateException("'auto' stands for another initialiser, which the network chooses");
    }

    @Override
    public String toString() {
      return "auto";
    }
  };

  /**
   * Fills values[offset .. offset + count).
   *
   * @param fanIn  inputs that one output sums over; a weight is stored as [fanIn, outputs]
   * @param fanOut outputs that one input feeds
   */
  <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E;
}
