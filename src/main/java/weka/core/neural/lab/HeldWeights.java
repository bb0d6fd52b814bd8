package weka.core.neural.lab;

import org.jspecify.annotations.Nullable;
import ruru.nn.Network;

/** A copy of a small network's parameters while its training waits, or after its end. */
final class HeldWeights {
  /** Parameters of a network that is copied. */
  private static final int MOST = 10_000;

  private volatile float @Nullable [] weights;
  private volatile int changes;

  /** For the training's thread, between two updates. */
  synchronized void take(Network network) {
    weights = network.values().length <= MOST ? network.values().clone() : null;
    changes++;
  }

  /** The training goes on, so that the copy is soon out of date. */
  synchronized void forget() {
    weights = null;
  }

  /** Null if the training goes on, or the network is large. */
  float @Nullable [] weights() {
    float[] now = weights;
    return now == null ? null : now.clone();
  }

  /** How many copies were taken. */
  int changes() {
    return changes;
  }
}
