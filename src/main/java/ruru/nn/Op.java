package ruru.nn;

import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a layer, bound to the shapes of its inputs: what {@link Layer#build} gives. A network runs it
 * forward over some rows and, in training, backward. Here is a complete example, of a layer that multiplies each
 * channel by a trained gain, for inputs of any shape:
 *
 * <pre>{@code
 * record GainOp(Shape outputShape, Parameter gain) implements Op {
 *   public void forward(Pass p, Tensor[] x, Tensor y) {
 *     for (int i = 0; i < y.positions(); i++) {
 *       for (int j = 0; j < y.planeSize(); j++) {
 *         y.plane(i)[j] = x[0].plane(i)[j] * p.values()[gain.offset() + j % y.channels()];
 *       }
 *     }
 *   }
 *
 *   public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
 *     p.clearFresh(gain);
 *     p.clearFresh(0, dx[0]);
 *     for (int i = 0; i < dy.positions(); i++) {
 *       for (int j = 0; j < dy.planeSize(); j++) {
 *         int at = gain.offset() + j % dy.channels();
 *         p.gradient()[at] += dy.plane(i)[j] * x[0].plane(i)[j];
 *         if (dx[0] != null) {
 *           dx[0].plane(i)[j] += dy.plane(i)[j] * p.values()[at];
 *         }
 *       }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p><b>Shapes.</b> A {@link Tensor} holds rows of one {@link Shape}: an array [rows][channels], its plane, for each
 * position. Features are one plane, an image or a series has many; a loop over positions and the elements of a plane
 * handles all of them. All tensors of a call have the same number of rows, which may be less than their capacity: what
 * lies beyond is neither read nor written.
 *
 * <p><b>Series of differing length.</b> An op that says with {@link #outputLength} what becomes of the lengths may be
 * given {@link Tensor#isRagged ragged} tensors: what lies beyond a row's own end is 0 in x and in dy. What it writes
 * there, into y or dx, does not matter.
 *
 * <p><b>Backward puts:</b> it overwrites what is fresh and adds to what is not. A gradient is {@link Pass#fresh fresh}
 * as long as nothing was put into it, and may then hold anything. Where it is not, the same value or parameter is used
 * by another op too, or the gradient is a sum over more rows. There are three ways to respect that: to test it, as in
 * {@code to = p.fresh(0) ? d : to + d}; to write zeros first where it is fresh, with {@link Pass#clearFresh}, and then
 * add; or to give {@link Pass#beta} to a product of the {@link Pass#blas BLAS}. If a layer takes one value twice, both
 * dx are the same tensor, fresh only for the first of them; so an element of dx[0] is put before that of dx[1].
 *
 * <p><b>Rows.</b> The rows' weights are already in dy. Only an op that adds to the loss or takes statistics over rows
 * uses {@link Pass#weights}; a row of weight 0 counts as absent. Where a row's output in training depends on other rows
 * of the batch, the op is a {@link BatchOp}.
 *
 * <p><b>Memory.</b> Running allocates nothing. What is kept from forward to backward, and working arrays, are created
 * by {@link #memory} once for each workspace and retrieved by {@link Pass#memory}.
 *
 * <p><b>Threads</b> share an op, each with its own tensors, memory and pass. So it is immutable: its fields are
 * settings, shapes and {@link Parameter}s, which say where numbers stand in {@link Pass#values} and
 * {@link Pass#gradient}. Random numbers come from {@link Pass#random}.
 *
 * <p>The tests check all of this for each layer that has a row in their table of samples.
 */
public interface Op {
  /** Which of forward's tensors backward reads. */
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

  /** {@link #outputLength} of an op that cannot tell the end of a series from zeros. */
  int REFUSES = -1;

  /** {@link #outputLength} of an op whose output is no series, such as a mean over the steps. */
  int CONSUMES = 0;

  /** The shape of a row of y. */
  Shape outputShape();

  /**
   * How many steps of a row's output are its own if its input is a series of which so many are.
   *
   * @param length from 1 to the steps of the input's shape
   * @return at least 1, and no less for a longer input; or {@link #CONSUMES} or {@link #REFUSES}
   */
  default int outputLength(int length) {
    return REFUSES;
  }

  /**
   * Computes y from x; overwrites y and leaves x as it is.
   *
   * <p>An op may add a term to the loss, such as a penalty on x: forward passes to {@link Pass#penalise} the sum over
   * the rows of weight times term, and backward adds the weighted derivative to dx, whatever dy is.
   *
   * @param x one per input of the layer
   */
  void forward(Pass p, Tensor[] x, Tensor y);

  /**
   * Backpropagation, after a forward over the same rows: from dy, the gradient of the loss with respect to y, puts the
   * gradient with respect to x into dx and that with respect to the parameters into {@link Pass#gradient}. To put is to
   * overwrite what is {@link Pass#fresh fresh} and to add to what is not. {@link Pass#training} is what it was in that
   * forward. Leaves x, y and dy as they are, unless it runs in place.
   *
   * @param x  as in forward; numbers are valid only if the op {@link #reads} them
   * @param y  as forward left it; numbers are valid only if the op reads them
   * @param dx one per input; null if it is not needed
   */
  void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx);

  /** What backward reads in addition to dy: the less, the more ops run in place. */
  default Reads reads() {
    return Reads.INPUT;
  }

  /**
   * Whether y may be the same tensor as x[0], which saves memory. In training the network makes use of this only if
   * backward does not {@link #reads read} x; dx[0] is then the same tensor as dy and fresh, so each element must be
   * overwritten after it has been read, and nothing cleared.
   */
  default boolean inPlace() {
    return false;
  }

  /** Whether x may be {@link Tensor#sparse sparse rows}, of which no plane is made then. */
  default boolean readsSparse() {
    return false;
  }

  /** Whether a training run draws random numbers, so that the same rows give another loss at every update. */
  default boolean isRandom() {
    return false;
  }

  /**
   * What the op keeps from forward to backward, and working arrays, for one workspace with the given capacity of rows;
   * null if nothing.
   */
  default @Nullable Object memory(int rows) {
    return null;
  }

  /**
   * The same for a workspace that may never run backward, so that nothing need be kept.
   *
   * @param backward whether it may
   */
  default @Nullable Object memory(int rows, boolean backward) {
    return memory(rows);
  }
}
