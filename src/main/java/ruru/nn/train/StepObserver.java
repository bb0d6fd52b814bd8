package ruru.nn.train;

/** Looks on while a {@link Trainer} steps. */
public interface StepObserver {
  /**
   * Before a step, with the parameters as they were.
   *
   * @param step number of the step, from 1
   * @param rows the step is on rows[from .. to) of the data set
   * @param rate learning rate; NaN for an optimizer that searches its own
   */
  void before(long step, int[] rows, int from, int to, double rate);

  /** After the step, with the parameters changed. */
  void after(long step);
}
