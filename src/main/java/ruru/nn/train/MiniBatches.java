package ruru.nn.train;

import ruru.nn.Cancellation;
import ruru.nn.Network;

/** One update by the optimizer after each batch: the pass of a {@link ruru.nn.StepOptimizer}. */
final class MiniBatches implements Epoch {
  private final TrainingSettings settings;
  private final ShardRunner runner;
  private final int batch;
  private final float[][] slots;
  private final Clock clock;
  private final Divergence divergence;
  private final ParameterUpdate update;

  /** @param batch rows of one update */
  MiniBatches(Network network, TrainingSettings settings, ShardRunner runner, int batch, float[][] slots, Clock clock,
      Divergence divergence) {
    this.settings = settings;
    this.runner = runner;
    this.batch = batch;
    this.slots = slots;
    this.clock = clock;
    this.divergence = divergence;
    update = new ParameterUpdate(network, settings, slots);
  }

  @Override
  public boolean comparesEpochs() {
    return false;
  }

  @Override
  public Result run(int[] order, int planned, double[] monitored, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    double sum = 0;
    double weight = 0;
    for (int from = 0; from < order.length; from += batch) {
      cancellation.check();
      int to = Math.min(order.length, from + batch);
      double time = clock.epoch() + (double) from / order.length;
      double rate = clock.baseRate() * settings.schedule().factor(time, planned, monitored);
      clock.beginStep(order, from, to, rate);
      try {
        runner.run(order, from, to, settings.seed(), clock.step(), cancellation);
        if (runner.weight() != 0) {
          divergence.requireFinite(runner.loss(), runner.data(), order, from, to, cancellation);
        }
      } catch (InterruptedException e) {
        clock.takeBackStep();
        throw e;
      }
      double batchLoss = runner.loss();
      double batchWeight = runner.weight();
      if (batchWeight == 0) {
        continue;
      }
      update.apply(runner, batchWeight, (float) rate, clock.nextOptimizerStep());
      clock.endStep(batchLoss / batchWeight);
      sum += batchLoss;
      weight += batchWeight;
    }
    // The square of a gradient that overflows a float would shrink all later steps to nothing.
    divergence.requireFiniteParameters(slots);
    return new Result(sum / weight, false);
  }
}
