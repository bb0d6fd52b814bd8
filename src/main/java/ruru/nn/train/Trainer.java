package ruru.nn.train;

import java.util.Arrays;
import java.util.Locale;
import ruru.blas.Blas;
import ruru.nn.BatchOp;
import ruru.nn.BatchOptimizer;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Step;
import ruru.nn.StepOptimizer;

/** Changes a network's parameters so that the loss of some rows falls: one pass over the rows a call. */
public final class Trainer {
  private final Network network;
  private final Loss loss;
  private final TrainingSettings settings;
  private final Dataset data;
  private final int[] rows;
  private final int[] order;
  private final int batch;
  private final Blas blas;
  private final ShardRunner runner;
  private final ParameterUpdate update;
  private final float[][] slots;
  private final double decay;
  private StepObserver observer;
  private Thread watched;
  private double baseRate;
  private double rate = Double.NaN;
  private int epoch;
  private long step;
  private long optimizerStep;
  private boolean converged;
  private Dataset view;

  /** @param rows the rows of the data set to train on */
  public Trainer(Network network, Loss loss, TrainingSettings settings, Dataset data, int[] rows, Blas blas) {
    this.network = network;
    this.loss = loss;
    this.settings = settings;
    this.data = data;
    this.rows = rows;
    this.blas = blas;
    order = new int[rows.length];
    batch = settings.batch() == 0 ? rows.length : Math.min(settings.batch(), rows.length);
    runner = runner();
    slots = new float[settings.optimizer().slots()][network.values().length];
    update = settings.optimizer() instanceof StepOptimizer ? new ParameterUpdate(network, settings, slots) : null;
    decay = settings.effectiveDecay();
    baseRate = settings.baseRate();
    if (update == null) {
      requireOneLoss();
    }
  }

  /** If ops of the network need sums over whole batches, all shards are in memory at once. */
  private ShardRunner runner() {
    int wanted = settings.shards() > 0 ? settings.shards() : Shards.count(network, batch);
    int shards = Math.max(1, Math.min(wanted, batch));
    return network.nodes().stream().anyMatch(n -> n.op() instanceof BatchOp)
        ? new JointShards(network, loss, data, batch, shards, settings.threads(),
            settings.optimizer() instanceof BatchOptimizer, blas)
        : new SeparateShards(network, loss, data, batch, shards, settings.threads(), blas);
  }

  /**
   * An optimizer of all rows compares losses between steps, which says nothing where the same rows give another each
   * time.
   */
  private void requireOneLoss() {
    for (Network.Node node : network.nodes()) {
      if (node.op() != null && node.op().isRandom()) {
        throw new IllegalArgumentException("layer '" + node.name() + "' is random, but "
            + settings.optimizer().getClass().getSimpleName().toLowerCase(Locale.ROOT)
            + " needs the same loss for the same weights; leave the layer out, or take another optimizer such as adam");
      }
    }
  }

  /**
   * One pass over the rows.
   *
   * @param epochs    epochs planned, for the schedule
   * @param monitored the losses after the finished epochs, for the schedule
   * @return the mean loss of the rows, each seen at the time of its step, without penalties; NaN if their weights sum
   *         to 0
   * @throws InterruptedException if the thread was interrupted; it stays so, and the steps taken so far stay
   * @throws DivergenceException  if the loss is not finite (the parameters are those that gave it) or, after the last
   *                              step, a parameter; the epoch does not count
   */
  public double epoch(int epochs, double[] monitored) throws InterruptedException {
    System.arraycopy(rows, 0, order, 0, rows.length);
    if (settings.shuffle() && update != null) {
      new Rng(settings.seed(), RandomStream.ORDER, epoch, 0).shuffle(order, order.length);
    }
    // An optimizer of whole batches compares losses over epochs, so it has to see the same rows in each.
    view = data.forTraining(rows, settings.seed(), settings.optimizer() instanceof BatchOptimizer ? 0 : epoch);
    runner.setData(view);
    double mean = settings.optimizer() instanceof BatchOptimizer o ? iterate(o) : steps(epochs, monitored);
    requireFiniteParameters();
    epoch++;
    return mean;
  }

  private double steps(int epochs, double[] monitored) throws InterruptedException {
    double sum = 0;
    double weight = 0;
    for (int from = 0; from < order.length; from += batch) {
      throwIfInterrupted();
      int to = Math.min(order.length, from + batch);
      double time = epoch + (double) from / order.length;
      rate = baseRate * settings.schedule().factor(time, epochs, monitored);
      step++;
      if (observer != null) {
        observer.before(step, order, from, to, rate);
      }
      runner.run(order, from, to, settings.seed(), step);
      double batchLoss = runner.loss();
      double batchWeight = runner.weight();
      if (batchWeight == 0) {
        continue;
      }
      if (!Double.isFinite(batchLoss)) {
        throw diverged(from, to);
      }
      update.apply(runner, batchWeight, (float) rate, ++optimizerStep);
      if (observer != null) {
        observer.after(step);
      }
      sum += batchLoss;
      weight += batchWeight;
    }
    return sum / weight;
  }

  private double iterate(BatchOptimizer optimizer) throws InterruptedException {
    step++;
    if (observer != null) {
      observer.before(step, order, 0, order.length, Double.NaN);
    }
    BatchOptimizer.Result result = optimizer.iterate(++optimizerStep, this::evaluate, network.values(), slots);
    throwIfInterrupted();
    converged = result.converged();
    if (!Double.isFinite(result.loss())) {
      throw diverged(0, order.length);
    }
    refreshStates();
    if (observer != null) {
      observer.after(step);
    }
    return result.loss() - penalty(network.values());
  }

  private double evaluate(float[] x, float[] gradient) {
    if (x != network.values()) {
      throw new IllegalArgumentException("a batch optimizer moves the network's own parameters");
    }
    if (isInterrupted()) {
      Arrays.fill(gradient, 0);
      return Double.NaN;
    }
    runner.run(order, 0, order.length, settings.seed(), step);
    float share = (float) (1 / runner.weight());
    for (Parameter p : network.parameters()) {
      boolean decays = p.role() == Parameter.Role.WEIGHT && decay > 0;
      for (int i = p.offset(); i < p.end(); i++) {
        double sum = 0;
        for (int s = 0; s < runner.active(); s++) {
          sum += runner.gradients()[s][i];
        }
        gradient[i] = p.role() == Parameter.Role.STATE ? 0 : (float) (sum * share + (decays ? decay * x[i] : 0));
      }
    }
    return runner.loss() / runner.weight() + penalty(x);
  }

  private double penalty(float[] x) {
    double sum = 0;
    for (Parameter p : network.parameters()) {
      for (int i = p.offset(); i < p.end() && decay > 0 && p.role() == Parameter.Role.WEIGHT; i++) {
        sum += (double) x[i] * x[i];
      }
    }
    return decay / 2 * sum;
  }

  /** The running statistics at the point that the line search chose. */
  private void refreshStates() {
    if (network.parameters().stream().noneMatch(p -> p.role() == Parameter.Role.STATE)) {
      return;
    }
    runner.run(order, 0, order.length, settings.seed(), step);
    for (Parameter p : network.parameters()) {
      for (int i = p.offset(); i < p.end() && p.role() == Parameter.Role.STATE; i++) {
        for (int s = 0; s < runner.active(); s++) {
          network.values()[i] += (float) (runner.gradients()[s][i] / runner.weight());
        }
      }
    }
  }

  private boolean isInterrupted() {
    return (watched == null ? Thread.currentThread() : watched).isInterrupted();
  }

  private void throwIfInterrupted() throws InterruptedException {
    if (isInterrupted()) {
      throw new InterruptedException("training was stopped");
    }
  }

  private DivergenceException diverged(int from, int to) {
    String layer = NonFinite.layer(network, view, order, from, to, settings.seed(), step, blas);
    String by = layer == null ? "in the loss itself" : layer.equals(Step.INPUT) ? "first in the network's input"
        : "first in the output of layer '" + layer + "'";
    return new DivergenceException("the loss is not a finite number at " + place() + ", " + by, step,
        layer == null ? "loss" : layer);
  }

  private void requireFiniteParameters() {
    for (Network.Node node : network.nodes()) {
      String bad = NonFinite.parameter(node, network.values());
      if (bad != null) {
        throw new DivergenceException("parameter '" + bad + "' is not a finite number after " + place(), step,
            node.name());
      }
      // A square of a gradient that is too large for a float would divide all later steps to nothing.
      for (int s = 0; update != null && s < slots.length; s++) {
        bad = NonFinite.parameter(node, slots[s]);
        if (bad != null) {
          throw new DivergenceException("the gradient of parameter '" + bad + "' is too large for a float before "
              + place(), step, node.name());
        }
      }
    }
  }

  /** "step 12 (epoch 3, at rate 0.1)" */
  private String place() {
    return "step " + step + " (epoch " + (epoch + 1) + (Double.isNaN(rate) ? "" : ", at rate " + (float) rate) + ")";
  }

  /** Heeds interrupts of this thread instead of the one that calls: for those who train on behalf of another. */
  void watch(Thread thread) {
    watched = thread;
  }

  /** Sees every step from now on; null ends that. */
  public void observe(StepObserver observer) {
    this.observer = observer;
  }

  /** Halves the base rate and forgets the optimizer's state; the parameters are the caller's to restore. */
  void restartSlower() {
    baseRate /= 2;
    optimizerStep = 0;
    for (float[] slot : slots) {
      Arrays.fill(slot, 0);
    }
  }

  /** The learning rate at factor 1 of the schedule. */
  public double baseRate() {
    return baseRate;
  }

  void setBaseRate(double value) {
    baseRate = value;
  }

  /** The learning rate of the last step; NaN for an optimizer that searches its own. */
  double rate() {
    return rate;
  }

  /** Finished epochs. */
  public int epochs() {
    return epoch;
  }

  /** Steps taken. */
  public long steps() {
    return step;
  }

  /** Rows of one step. */
  public int batch() {
    return batch;
  }

  /** Whether a batch optimizer found that it can do no better. */
  public boolean converged() {
    return converged;
  }

  /** Where training stands, apart from the parameters. */
  public TrainerState state() {
    return new TrainerState(epoch, step, optimizerStep, baseRate, slots);
  }

  /** Goes on from a saved state; the parameters are the caller's to restore. */
  public void restore(TrainerState state) {
    if (state.slots().length != slots.length) {
      throw new IllegalArgumentException("the saved optimizer has " + state.slots().length
          + " arrays of state, this one " + slots.length + "; resume with the same optimizer");
    }
    converged = false;
    epoch = state.epoch();
    step = state.step();
    optimizerStep = state.optimizerStep();
    baseRate = state.baseRate();
    for (int i = 0; i < slots.length; i++) {
      System.arraycopy(state.slots()[i], 0, slots[i], 0, slots[i].length);
    }
  }
}
