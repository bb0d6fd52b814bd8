package ruru.nn.train;

/**
 * A training that can go on where it stopped.
 *
 * @param latest   parameters after the last epoch, which belong to the optimizer's state
 * @param best     parameters of the best epoch
 */
public record Checkpoint(TrainerState trainer, float[] latest, float[] best, int bestEpoch, double bestLoss, int restarts,
    History history) {}
