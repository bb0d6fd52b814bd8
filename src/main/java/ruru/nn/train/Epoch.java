package ruru.nn.train;

import ruru.nn.Cancellation;

/** One pass over the rows that changes the parameters. */
sealed interface Epoch permits MiniBatches, FullBatch {
  /**
   * The result of a pass.
   *
   * @param loss      the mean loss of the rows, without penalties; NaN if their weights sum to 0
   * @param converged whether the optimizer found no further improvement
   */
  record Result(double loss, boolean converged) {}

  /** Whether losses of several epochs are compared, so that each must see the same rows in the same order. */
  boolean comparesEpochs();

  /**
   * @param order     the rows in their order
   * @param planned   epochs planned, for the schedule
   * @param monitored the losses after the finished epochs, for the schedule
   * @throws InterruptedException if the training was cancelled; the updates made so far remain
   * @throws DivergenceException  if the loss is not finite or, after the last update, a parameter
   */
  Result run(int[] order, int planned, double[] monitored, Cancellation<InterruptedException> cancellation)
      throws InterruptedException;
}
