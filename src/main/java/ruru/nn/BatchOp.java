package ruru.nn;

/**
 * An op that, in training, needs sums over all rows of the batch, such as their mean, where each {@link Workspace} may
 * hold only a part of the batch. Forward and backward then have two phases: every part computes its own sums, then the
 * sums are merged, in the order of the parts, and the op runs with those of the whole batch. Only the last digits
 * depend on how the batch is divided.
 *
 * <p>The sums live in the op's {@link #memory}. In prediction there are no such phases.
 */
public interface BatchOp extends Op {
  /** In training, before {@link #forward}: computes the sums over this part's rows. */
  void measure(Pass p, Tensor[] x);

  /**
   * Gives all parts of a batch the sums over the whole of it.
   *
   * @param memories the parts' memories, in the order of their rows
   * @param parts the number of parts
   */
  void merge(Object[] memories, int parts);

  /** Before {@link #backward}: computes the sums over this part's rows. */
  void measureBackward(Pass p, Tensor[] x, Tensor y, Tensor dy);

  /** As {@link #merge}, for the sums of {@link #measureBackward}. */
  void mergeBackward(Object[] memories, int parts);
}
