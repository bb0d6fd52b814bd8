package ruru.nn.train;

/**
 * A training that can be resumed where it stopped.
 *
 * @param latest   parameters after the last epoch, which belong to the optimizer's state
 * @param best     parameters of the best epoch
 * @param bestLoss the lowest loss so far; infinite before there is one
 */
public record Checkpoint(TrainerState trainer, float[] latest, float[] best, int bestEpoch, double bestLoss,
    int restarts, History history) {
  /** How often a diverging training is restarted, each time at half the rate. */
  static final int MOST_RESTARTS = 10;

  /** @throws IllegalArgumentException if the numbers cannot come from a training */
  public Checkpoint {
    Checks.requireSaved(history.epochs() == trainer.epoch(), "epochs of the history",
        "the " + trainer.epoch() + " that are finished", history.epochs());
    Checks.requireSaved(bestEpoch >= 0 && bestEpoch <= trainer.epoch(), "the best epoch",
        "from 0 to the finished " + trainer.epoch(), bestEpoch);
    Checks.requireSaved(!Double.isNaN(bestLoss), "the lowest loss", "a number", bestLoss);
    Checks.requireSaved(restarts >= 0 && restarts <= MOST_RESTARTS, "restarts", "from 0 to " + MOST_RESTARTS, restarts);
  }
}
