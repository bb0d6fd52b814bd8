package ruru.nn;

/** An optimizer that takes one step per batch, element by element. */
public non-sealed interface StepOptimizer extends Optimizer {
  /** The learning rate when the user names none. */
  double defaultRate();

  /** The weight decay when the user names none. */
  default double defaultDecay() {
    return 0;
  }

  /**
   * Whether weight decay shrinks the weights beside the step, w = w - rate decay w, instead of being added to the
   * gradient (Loshchilov and Hutter 2019, arXiv:1711.05101).
   */
  default boolean decouplesDecay() {
    return false;
  }

  /**
   * Updates value[from .. to). The ranges of one step may be given in any order and from several threads.
   *
   * @param t        number of this step, from 1; the same for all ranges
   * @param gradient of the mean loss of the batch
   */
  void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot);
}
