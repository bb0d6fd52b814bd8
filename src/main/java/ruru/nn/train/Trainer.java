package ruru.nn.train;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.BatchOp;
import ruru.nn.Cancellation;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.Heap;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/** Changes a network's parameters to lower the loss on some rows: one pass over the rows per call. */
public final class Trainer {
  private final TrainingSettings settings;
  private final Dataset data;
  private final int[] rows;
  private final int[] order;
  private final int batch;
  private final ShardRunner runner;
  private final float[][] slots;
  private final Clock clock;
  private final Epoch pass;
  private final boolean hasBatchOps;
  private boolean converged;

  /** @param rows the rows of the data set to train on */
  public Trainer(Network network, Loss loss, TrainingSettings settings, Dataset data, int[] rows, Blas blas) {
    this.settings = settings;
    this.data = data;
    this.rows = rows;
    order = new int[rows.length];
    if (data.isRagged()) {
      RaggedInput.require(network);
    }
    batch = settings.batch() == 0 ? rows.length : Math.min(settings.batch(), rows.length);
    hasBatchOps = network.nodes().stream().anyMatch(n -> n.op() instanceof BatchOp);
    runner = runner(network, loss, blas);
    Heap.require((long) Float.BYTES * settings.optimizer().slots() * network.values().length,
        "what the optimizer keeps of " + network.values().length + " parameters",
        "Use fewer units, or an optimizer that keeps less, such as sgd");
    slots = new float[settings.optimizer().slots()][network.values().length];
    clock = new Clock(settings.baseRate());
    Divergence divergence = new Divergence(network, clock, settings.seed(), blas);
    pass = settings.optimizer() instanceof FullBatchOptimizer o
        ? new FullBatch(network, o, settings, runner, slots, clock, divergence)
        : new MiniBatches(network, settings, runner, batch, slots, clock, divergence);
  }

  /** If ops of the network need sums over whole batches, all shards are in memory at once. */
  private ShardRunner runner(Network network, Loss loss, Blas blas) {
    int wanted = settings.shards() > 0 ? settings.shards() : Shards.count(network, batch);
    int shards = Math.max(1, Math.min(wanted, batch));
    return hasBatchOps
        ? new JointShards(network, loss, data, batch, shards, settings.threads(),
            settings.optimizer() instanceof FullBatchOptimizer, blas)
        : new SeparateShards(network, loss, data, batch, shards, settings.threads(), blas);
  }

  /** As {@link #epoch(int, double[], Cancellation)}, cancelled by an interrupt of the calling thread. */
  public double epoch(int epochs, double[] monitored) throws InterruptedException {
    return epoch(epochs, monitored, Cancellation.ofCallingThread());
  }

  /**
   * One pass over the rows.
   *
   * @param epochs    epochs planned, for the schedule
   * @param monitored the losses after the finished epochs, for the schedule
   * @return the mean loss of the rows, each taken at its update, without penalties; NaN if their weights sum
   *         to 0
   * @throws InterruptedException if it was cancelled; the updates made so far remain, see {@link Cancellation}
   * @throws DivergenceException  if the loss is not finite (the parameters are those that gave it) or, after the last
   *                              step, a parameter; the epoch does not count
   */
  double epoch(int epochs, double[] monitored, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    boolean sameRows = pass.comparesEpochs();
    System.arraycopy(rows, 0, order, 0, rows.length);
    if (settings.shuffle() && !sameRows) {
      Rng rng = new Rng(settings.seed(), RandomStream.ORDER, clock.epoch(), 0);
      rng.shuffle(order, order.length);
      // Statistics of a batch of equal lengths would not be those of all rows, by which the network predicts.
      if (data.isRagged() && !hasBatchOps) {
        ByLength.bucket(data, order, batch, rng);
      }
    } else if (data.isRagged() && sameRows) {
      ByLength.sortAll(data, order);
    }
    runner.setData(data.forTraining(rows, settings.seed(), sameRows ? 0 : clock.epoch()));
    Epoch.Result result = pass.run(order, epochs, monitored, cancellation);
    converged = result.converged();
    clock.endEpoch();
    return result.loss();
  }

  /** The epoch that just ended does not count; its updates remain. */
  void takeBackEpoch() {
    clock.takeBackEpoch();
    converged = false;
  }

  /** Reports every update from now on to one more observer. */
  public void observe(StepObserver observer) {
    clock.observe(observer);
  }

  /** Reports no further update to an observer. */
  public void forget(StepObserver observer) {
    clock.forget(observer);
  }

  /** Halves the base rate and forgets the optimizer's state; the parameters are the caller's to restore. */
  void restartSlower() {
    clock.restartSlower();
    for (float[] slot : slots) {
      Arrays.fill(slot, 0);
    }
  }

  /** The learning rate at factor 1 of the schedule. */
  public double baseRate() {
    return clock.baseRate();
  }

  /** Changes the learning rate from the next update on; to be called by the training's own thread. */
  public void setBaseRate(double value) {
    clock.setBaseRate(value);
  }

  /** The learning rate of the last update; NaN for an optimizer that searches its own. */
  double rate() {
    return clock.rate();
  }

  /** Finished epochs. */
  public int epochs() {
    return clock.epoch();
  }

  /** The number of updates. */
  public long steps() {
    return clock.step();
  }

  /** Rows of one update. */
  public int batch() {
    return batch;
  }

  /** Whether a full-batch optimizer found no further improvement. */
  public boolean converged() {
    return converged;
  }

  /** The state of training, apart from the parameters. */
  public TrainerState state() {
    return clock.state(slots);
  }

  /** Goes on from a saved state; the parameters are the caller's to restore. */
  public void restore(TrainerState state) {
    if (state.slots().length != slots.length) {
      throw new IllegalArgumentException("the saved optimizer has " + state.slots().length
          + " arrays of state, this one " + slots.length + "; resume with the same optimizer");
    }
    converged = false;
    clock.restore(state);
    for (int i = 0; i < slots.length; i++) {
      System.arraycopy(state.slots()[i], 0, slots[i], 0, slots[i].length);
    }
  }
}
