package ruru.nn;

/** An optimizer that treats the loss of all rows as one function of the parameters, with a line search. */
public non-sealed interface FullBatchOptimizer extends Optimizer {
  /** The loss of all rows, penalties included. */
  interface Objective {
    /**
     * Returns the loss at x and overwrites the gradient.
     *
     * @throws InterruptedException if the training was cancelled; the gradient is as it was
     */
    double evaluate(float[] x, float[] gradient) throws InterruptedException;
  }

  /**
   * One iteration: moves x to a point of lower loss.
   *
   * @param t        number of this iteration, from 1
   * @param slot     the state
   * @return the loss at x, after the move; NaN if the loss or the gradient was not finite at the start
   * @throws InterruptedException as the loss did; x is where it was, and the iteration can be made again
   */
  Result iterate(long t, Objective f, float[] x, float[][] slot) throws InterruptedException;

  /** @param converged whether no direction lowers the loss any more, within the tolerance */
  record Result(double loss, boolean converged) {}
}
