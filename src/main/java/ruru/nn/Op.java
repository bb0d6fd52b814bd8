package ruru.nn;

/**
 * A layer bound to shapes. Immutable, so that all shards share it: whatever belongs to one batch lives in the
 * {@link Pass}, the tensors, or the {@link #memory}.
 */
public interface Op {
  /** What backward reads of forward's tensors. */
  enum Reads {
    NOTHING,
    /** x. */
    INPUT,
    /** y. */
    OUTPUT,
    /** x and y. */
    BOTH;

    public boolean input() {
      return this == INPUT || this == BOTH;
    }

    public boolean output() {
      return this == OUTPUT || this == BOTH;
    }
  }

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
   * @param x  inputs; their numbers are valid only if the op {@link #reads} them
   * @param y  output; its numbers are valid only if the op reads them
   * @param dx one per input; null where nobody needs it
   */
  void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx);

  /**
   * Whether y may be the same tensor as the first input, which saves memory, and dx[0] then the same as dy. In training
   * the network makes use of it only if backward does not {@link #reads read} x.
   */
  default boolean inPlace() {
    return false;
  }

  /** What backward reads besides dy. */
  default Reads reads() {
    return Reads.INPUT;
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
