package ruru.nn;

/** An optimizer that makes one update per batch, element by element. */
public non-sealed interface StepOptimizer extends Optimizer {
  /** The default learning rate. */
  double defaultRate();

  /** The default weight decay. */
  default double defaultDecay() {
    return 0;
  }

  /**
   * Whether weight decay shrinks the weights separately from the update, w = w - rate decay w, instead of being added
   * to the gradient (Loshchilov and Hutter 2019, arXiv:1711.05101).
   */
  default boolean decouplesDecay() {
    return false;
  }

  /**
   * Updates value[from .. to). The ranges of one update may be given in any order and from several threads.
   *
   * @param t number of this update, from 1; the same for all ranges
   * @param gradient the gradient of the batch's mean loss
   */
  void step(long t, float rate, int from, int to, float[] value, float[] gradient, float[][] slot);
}
