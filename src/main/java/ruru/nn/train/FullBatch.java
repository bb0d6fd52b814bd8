package ruru.nn.train;

import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.Network;
import ruru.nn.NotationWord;
import ruru.nn.Parameter;

/**
 * An iteration of a {@link FullBatchOptimizer}, to which the loss of all rows, penalties included, is a function of the
 * parameters.
 */
final class FullBatch implements Epoch {
  private final Network network;
  private final FullBatchOptimizer optimizer;
  private final double decay;
  private final long seed;
  private final ShardRunner runner;
  private final float[][] slots;
  private final Clock clock;
  private final Divergence divergence;

  /** @throws IllegalArgumentException if the same rows and parameters do not always give the same loss */
  FullBatch(Network network, FullBatchOptimizer optimizer, TrainingSettings settings, ShardRunner runner,
      float[][] slots,
      Clock clock, Divergence divergence) {
    this.network = network;
    this.optimizer = optimizer;
    this.runner = runner;
    this.slots = slots;
    this.clock = clock;
    this.divergence = divergence;
    decay = settings.effectiveDecay();
    seed = settings.seed();
    requireOneLoss();
  }

  /** Losses are compared between updates, which is meaningless if the same rows give a different one each time. */
  private void requireOneLoss() {
    for (Network.Node node : network.nodes()) {
      if (node.op().isRandom()) {
        throw new IllegalArgumentException("layer '" + node.name() + "' is random, but "
            + NotationWord.of(optimizer.getClass())
            + " needs the same loss for the same weights; leave the layer out, or use another optimizer such as adam");
      }
    }
  }

  @Override
  public boolean comparesEpochs() {
    return true;
  }

  @Override
  public Result run(int[] order, int planned, double[] monitored, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    cancellation.check();
    clock.beginStep(order, 0, order.length, Double.NaN);
    FullBatchOptimizer.Result result;
    try {
      result = iterate(order, cancellation);
    } catch (InterruptedException e) {
      clock.takeBackOptimizerStep();
      clock.takeBackStep();
      throw e;
    }
    double loss = result.loss() - penalty(network.values());
    clock.endStep(loss);
    divergence.requireFiniteParameters();
    return new Result(loss, result.converged());
  }

  /** The optimizer's iteration, and the running statistics at the point that it chose. */
  private FullBatchOptimizer.Result iterate(int[] order, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    float @Nullable [] before = hasStates() ? network.values().clone() : null;
    FullBatchOptimizer.Result result = optimizer.iterate(clock.nextOptimizerStep(),
        (x, gradient) -> loss(order, x, gradient, cancellation), network.values(), slots);
    divergence.requireFinite(result.loss(), runner.data(), order, 0, order.length, cancellation);
    if (before != null) {
      try {
        runner.run(order, 0, order.length, seed, clock.step(), cancellation);
      } catch (InterruptedException e) {
        System.arraycopy(before, 0, network.values(), 0, before.length);
        throw e;
      }
      addStates();
    }
    return result;
  }

  /** The loss with its penalty at x, and its gradient. */
  private double loss(int[] order, float[] x, float[] gradient, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    if (x != network.values()) {
      throw new IllegalArgumentException("a batch optimizer moves the network's own parameters");
    }
    runner.run(order, 0, order.length, seed, clock.step(), cancellation);
    float scale = (float) (1 / runner.weight());
    for (Parameter p : network.parameters()) {
      boolean decays = p.role() == Parameter.Role.WEIGHT && decay > 0;
      for (int i = p.offset(); i < p.end(); i++) {
        double sum = 0;
        for (int s = 0; s < runner.active(); s++) {
          sum += runner.gradients()[s][i];
        }
        gradient[i] = p.role() == Parameter.Role.STATE ? 0 : (float) (sum * scale + (decays ? decay * x[i] : 0));
      }
    }
    return runner.loss() / runner.weight() + penalty(x);
  }

  private double penalty(float[] x) {
    if (decay <= 0) {
      return 0;
    }
    double sum = 0;
    for (Parameter p : network.parameters()) {
      if (p.role() == Parameter.Role.WEIGHT) {
        for (int i = p.offset(); i < p.end(); i++) {
          sum += (double) x[i] * x[i];
        }
      }
    }
    return decay / 2 * sum;
  }

  private boolean hasStates() {
    return network.parameters().stream().anyMatch(p -> p.role() == Parameter.Role.STATE);
  }

  private void addStates() {
    for (Parameter p : network.parameters()) {
      if (p.role() != Parameter.Role.STATE) {
        continue;
      }
      for (int i = p.offset(); i < p.end(); i++) {
        for (int s = 0; s < runner.active(); s++) {
          network.values()[i] += (float) (runner.gradients()[s][i] / runner.weight());
        }
      }
    }
  }
}
