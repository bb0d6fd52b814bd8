package ruru.nn.train;

/**
 * A training that can go on where it stopped.
 *
 * @param latest   parameters after the last epoch, which belong to the optimizer's state
 * @param best     parameters of the best epoch
 * @param bestLoss the lowest loss so far; infinite before there is one
 */
public record Checkpoint(TrainerState trainer, float[] latest, float[] best, int bestEpoch, double bestLoss,
    int restarts, History history) {
  /** @throws IllegalArgumentException if the numbers are none that a training can have */
  public Checkpoint {
    require(history.epochs() == trainer.epoch(), "epochs of the history",
        "the " + trainer.epoch() + " that are finished", history.epochs());
    require(bestEpoch >= 0 && bestEpoch <= trainer.epoch(), "the best epoch",
        "from 0 to the finished " + trainer.epoch(), bestEpoch);
    require(!Double.isNaN(bestLoss), "the lowest loss", "a number", bestLoss);
    require(restarts >= 0 && restarts <= Training.RESTARTS, "restarts", "from 0 to " + Training.RESTARTS, restarts);
  }

  static void require(boolean holds, String name, String expected, Object got) {
    if (!holds) {
      throw new IllegalArgumentException("a saved training: " + name + " must be " + expected + ", got " + got);
    }
  }
}
