package ruru.nn.train;

import java.util.Arrays;
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
  public Result run(int[] order, int planned, double[] monitored) throws InterruptedException {
    clock.beginStep(order, 0, order.length, Double.NaN);
    FullBatchOptimizer.Result result = optimizer.iterate(clock.nextOptimizerStep(),
        (x, gradient) -> loss(order, x, gradient), network.values(), slots);
    clock.throwIfInterrupted();
    divergence.requireFinite(result.loss(), runner.data(), order, 0, order.length);
    refreshStates(order);
    clock.endStep();
    divergence.requireFiniteParameters();
    return new Result(result.loss() - penalty(network.values()), result.converged());
  }

  /** The loss with its penalty at x, and its gradient; NaN once the training should stop. */
  private double loss(int[] order, float[] x, float[] gradient) {
    if (x != network.values()) {
      throw new IllegalArgumentException("a batch optimizer moves the network's own parameters");
    }
    if (clock.isInterrupted()) {
      Arrays.fill(gradient, 0);
      return Double.NaN;
    }
    runner.run(order, 0, order.length, seed, clock.step());
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

  /** The running statistics at the point that the line search chose. */
  private void refreshStates(int[] order) {
    if (network.parameters().stream().noneMatch(p -> p.role() == Parameter.Role.STATE)) {
      return;
    }
    runner.run(order, 0, order.length, seed, clock.step());
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
