package ruru.nn;

/**
 * An op that, in training, needs sums over all rows of the batch, such as their mean, where each {@link Workspace} may
 * hold a part of the batch only. Forward and backward then come in two moves: every part takes its own sums, and when
 * all have done so the sums are merged, in the order of the parts, and the op runs with those of the whole batch. Only
 * the last digits depend on how the batch is cut.
 *
 * <p>The sums live in the op's {@link #memory}. In prediction there are none of these moves.
 */
public interface BatchOp extends Op {
  /** In training, before {@link #forward}: takes the sums of the rows at hand. */
  void measure(Pass p, Tensor[] x);

  /**
   * Gives all parts of a batch the sums over the whole of it.
   *
   * @param memories those of the parts, in the order of their rows
   * @param parts    how many there are
   */
  void merge(Object[] memories, int parts);

  /** Before {@link #backward}: takes the sums of the rows at hand. */
  void measureBackward(Pass p, Tensor[] x, Tensor y, Tensor dy);

  /** As {@link #merge}, for the sums of {@link #measureBackward}. */
  void mergeBackward(Object[] memories, int parts);
}
