package ruru.nn;

/**
 * A layer bound to shapes. Immutable, so that all shards share it: whatever belongs to one batch lives in the
 * {@link Pass}, the tensors, or the {@link #memory}.
 */
public interface Op {
  Shape outputShape();

  /**
   * Computes y from x; overwrites y. All tensors have the same number of rows.
   *
   * <p>An op may add a term of its own to the loss, such as a penalty on x: forward tells {@link Pass#penalise} the
   * sum over the rows of weight times term, and backward adds the weighted derivative to dx, whatever dy is.
   */
  void forward(Pass p, Tensor[] x, Tensor y);

  /**
   * Backpropagation: from dy, the gradient of the loss by y, puts the gradient by x into dx and the gradient by the
   * parameters into {@link Pass#gradient}. To put is to overwrite what is {@link Pass#fresh fresh} and to add to what
   * is not: adding is what makes a value that is used twice come out right.
   *
   * @param x  inputs; valid only if {@link #readsInput}
   * @param y  output; valid only if {@link #readsOutput}
   * @param dx one per input; null where nobody needs it
   */
  void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx);

  /** Whether y may be the same tensor as x, and dy the same as dx. */
  default boolean inPlace() {
    return false;
  }

  /** Whether backward reads x. */
  default boolean readsInput() {
    return true;
  }

  /** Whether backward reads y. */
  default boolean readsOutput() {
    return false;
  }

  /** Whether y is made of maxima of x over windows, so that it may change places with an increasing function. */
  default boolean takesMaxima() {
    return false;
  }

  /**
   * One op that does what this one and then an op that {@link #takesMaxima} do, but gives no gradient by the input;
   * null if there is none that is faster.
   */
  default Op withMaxima(Op max) {
    return null;
  }

  /** Whether a training run draws random numbers, so that the same rows give another loss at every step. */
  default boolean isRandom() {
    return false;
  }

  /**
   * What the op keeps from forward to backward and as scratch, for one workspace of up to so many rows; null if
   * nothing.
   */
  default Object memory(int rows) {
    return null;
  }
}
