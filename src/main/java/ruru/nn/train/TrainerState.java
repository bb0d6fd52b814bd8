package ruru.nn.train;

/**
 * Where a {@link Trainer} stands, apart from the network's parameters.
 *
 * @param epoch         finished epochs
 * @param step          steps taken since the start
 * @param optimizerStep steps since the optimizer's state was last empty
 * @param slots         the optimizer's state, each as long as the parameters; not a copy
 */
public record TrainerState(int epoch, long step, long optimizerStep, double baseRate, float[][] slots) {}
