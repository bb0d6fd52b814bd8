package ruru.nn.train;

/**
 * The state of a {@link Trainer}, apart from the network's parameters.
 *
 * @param epoch         finished epochs
 * @param step updates since the start
 * @param optimizerStep updates since the optimizer's state was last empty
 * @param baseRate      NaN for an optimizer that searches its own
 * @param slots         the optimizer's state, each as long as the parameters; not a copy
 */
public record TrainerState(int epoch, long step, long optimizerStep, double baseRate, float[][] slots) {
  /** @throws IllegalArgumentException if a number cannot come from a training */
  public TrainerState {
    Checks.requireSaved(epoch >= 0, "finished epochs", "at least 0", epoch);
    Checks.requireSaved(step >= 0, "steps", "at least 0", step);
    Checks.requireSaved(optimizerStep >= 0 && optimizerStep <= step, "the optimizer's steps", "from 0 to all " + step,
        optimizerStep);
    Checks.requireSaved(!(baseRate < 0) && baseRate != Double.POSITIVE_INFINITY, "the rate", "at least 0 and finite",
        baseRate);
  }
}
