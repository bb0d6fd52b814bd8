package ruru.nn.io;

import org.jspecify.annotations.Nullable;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Optimizer;
import ruru.nn.train.Checkpoint;

/**
 * The contents of a model file.
 *
 * @param network the network with the parameters to predict with
 * @param training null if training cannot be resumed
 */
public record Model(Network network, Loss loss, @Nullable SavedTraining training) {
  /** A training that can be resumed with the same optimizer. */
  public record SavedTraining(Optimizer optimizer, Checkpoint checkpoint) {}

  /** A model to predict with. */
  public Model(Network network, Loss loss) {
    this(network, loss, null);
  }
}
