package ruru.nn.train;

/** Observes the updates of a {@link Trainer}. */
public interface StepObserver {
  /**
   * Called before an update, with the old parameters.
   *
   * @param step number of the update, from 1
   * @param rows the update is on rows[from .. to) of the data set
   * @param rate learning rate; NaN for an optimizer that searches its own
   */
  void before(long step, int[] rows, int from, int to, double rate);

  /**
   * Called after the update, with the new parameters.
   *
   * @param meanLoss of the update's rows, before it
   */
  void after(long step, double meanLoss);
}
