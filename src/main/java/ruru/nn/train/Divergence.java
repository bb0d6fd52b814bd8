package ruru.nn.train;

import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.NamedLayer;
import ruru.nn.Network;

/** Reports when and where the numbers of a training stopped being finite. */
final class Divergence {
  private final Network network;
  private final Clock clock;
  private final long seed;
  private final Blas blas;

  /** @param seed the seed of the training's random layers */
  Divergence(Network network, Clock clock, long seed, Blas blas) {
    this.network = network;
    this.clock = clock;
    this.seed = seed;
    this.blas = blas;
  }

  /** @throws DivergenceException if the loss of rows[from .. to), just run, is not finite */
  void requireFinite(double loss, Dataset data, int[] rows, int from, int to,
      Cancellation<InterruptedException> cancellation) throws InterruptedException {
    if (Double.isFinite(loss)) {
      return;
    }
    String layer = NonFinite.layer(network, data, rows, from, to, seed, clock.step(), blas, cancellation);
    String by = layer == null ? "in the loss itself" : layer.equals(NamedLayer.INPUT) ? "first in the network's input"
        : "first in the output of layer '" + layer + "'";
    throw new DivergenceException("the loss is not a finite number at " + clock + ", " + by, clock.step(),
        layer == null ? "loss" : layer);
  }

  /**
   * @param slots the optimizer's state, which must be finite, too
   * @throws DivergenceException if a parameter or a number of the state is not
   */
  void requireFiniteParameters(float[]... slots) {
    for (Network.Node node : network.nodes()) {
      String bad = NonFinite.parameter(node, network.values());
      if (bad != null) {
        throw new DivergenceException("parameter '" + bad + "' is not a finite number after " + clock, clock.step(),
            node.name());
      }
      for (float[] slot : slots) {
        bad = NonFinite.parameter(node, slot);
        if (bad != null) {
          throw new DivergenceException("the gradient of parameter '" + bad + "' is too large for a float before "
              + clock, clock.step(), node.name());
        }
      }
    }
  }
}
