package ruru.nn.train;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/**
 * The loss of some rows and its gradient with respect to the parameters. The rows are divided into shards, each with
 * its own gradient, computed by whichever thread is free.
 */
abstract class ShardRunner {
  /** Memory to run a part of a shard in. */
  record WorkspaceSlot(int place, Workspace workspace, Tensor target) {}

  final int threads;
  final int shards;
  private final Loss loss;
  private final float[][] gradients;
  private final double[] losses;
  private final double[] weights;

  private Dataset data;
  private int[] rows = {};
  private int from;
  private int active;
  private long seed;
  private long step;
  private Cancellation<InterruptedException> cancellation = Cancellation.ofCallingThread();

  ShardRunner(Network network, Loss loss, Dataset data, int shards, int threads) {
    this.loss = loss;
    this.data = data;
    this.threads = threads;
    this.shards = shards;
    Heap.require((long) Float.BYTES * shards * network.values().length,
        shards + (shards == 1 ? " gradient" : " gradients") + " of " + network.values().length + " parameters",
        "Use fewer units or fewer shards");
    gradients = new float[shards][network.values().length];
    losses = new double[shards];
    weights = new double[shards];
  }

  static WorkspaceSlot lane(int place, Network network, Dataset data, int rows, Blas blas) {
    return new WorkspaceSlot(place, new Workspace(network, rows, Workspace.Mode.TRAIN, blas),
        new Tensor(data.targetShape(), rows));
  }

  /** Reads rows from a data set of the same size and shapes from now on. */
  void setData(Dataset data) {
    this.data = data;
  }

  Dataset data() {
    return data;
  }

  /**
   * Runs rows[from .. to) forward and backward; the update's number selects the random streams.
   *
   * @throws InterruptedException if that was cancelled; losses and gradients are undefined then
   */
  void run(int[] rows, int from, int to, long seed, long step, Cancellation<InterruptedException> cancellation)
      throws InterruptedException {
    this.rows = rows;
    this.from = from;
    this.seed = seed;
    this.step = step;
    this.cancellation = cancellation;
    active = Math.min(shards, to - from);
    Arrays.fill(losses, 0);
    Arrays.fill(weights, 0);
    run(from, to, step);
  }

  /** Runs rows from to to, in {@link #active} shards. */
  abstract void run(int from, int to, long step) throws InterruptedException;

  /** To be asked before each part of a shard, and to be handed on. */
  final Cancellation<InterruptedException> cancellation() {
    return cancellation;
  }

  /** The first row of a shard of the given range of rows. */
  final int start(int shard, int from, int to) {
    return from + (int) ((long) (to - from) * shard / active);
  }

  final float weight(int row) {
    return data.weight(rows[row]);
  }

  /** Loads rows [start, end) into a slot; if they differ in length, sorted. */
  final void read(WorkspaceSlot lane, int shard, int start, int end) throws InterruptedException {
    Workspace w = lane.workspace;
    float[] rowWeights = w.weights();
    w.setRows(end - start);
    lane.target.setRows(end - start);
    ByLength.sort(data, rows, start, end);
    data.read(rows, start, end, w.input(), lane.target, cancellation);
    for (int i = start; i < end; i++) {
      rowWeights[i - start] = weight(i);
      weights[shard] += rowWeights[i - start];
    }
    w.position(seed, step, start - from);
  }

  /** After a slot's forward run, before its backward run. */
  final void differentiate(WorkspaceSlot lane, int shard) {
    Workspace w = lane.workspace;
    losses[shard] += loss.gradient(w.output(), lane.target, w.weights(), w.outputGradient()) + w.penalty();
  }

  /** Shards of the last run: the gradient is the sum of this many {@link #gradients}, divided by {@link #weight}. */
  final int active() {
    return active;
  }

  final float[][] gradients() {
    return gradients;
  }

  /** The weighted sum of the losses of the last run's rows. */
  final double loss() {
    double sum = 0;
    for (int s = 0; s < active; s++) {
      sum += losses[s];
    }
    return sum;
  }

  /** The sum of the weights of the last run's rows. */
  final double weight() {
    double sum = 0;
    for (int s = 0; s < active; s++) {
      sum += weights[s];
    }
    return sum;
  }
}
