package ruru.nn.io;

import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.train.Checkpoint;

/**
 * What a model file holds.
 *
 * @param network  with its parameters: those to predict with
 * @param training null if the training cannot go on
 */
public record Model(Network network, Loss loss, @Nullable SavedTraining training) {
  /** A training that can go on with the same optimizer. */
  public record SavedTraining(Optimizer optimizer, Checkpoint checkpoint) {}

  /** A model to predict with. */
  public Model(Network network, Loss loss) {
    this(network, loss, null);
  }
}
