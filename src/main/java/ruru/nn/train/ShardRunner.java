package ruru.nn.train;

import java.util.concurrent.atomic.AtomicReferenceArray;
import ruru.blas.Blas;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Tensor;
import ruru.nn.Workspace;

/**
 * The loss of some rows and its gradient by the parameters. The rows are cut into shards, each with its own gradient,
 * which whichever thread is free works out; large shards run in chunks.
 */
final class ShardRunner {
  /** The memory of one thread, and where it stands while it is free. */
  private record Lane(int place, Workspace workspace, Tensor target) {}

  private final Loss loss;
  private final int threads;
  private final int shards;
  private final int chunk;
  /** One for each thread that can be at work; null where it is taken. Which of them a shard gets changes nothing. */
  private final AtomicReferenceArray<Lane> free;
  private final float[][] gradients;
  private final double[] losses;
  private final double[] weights;
  private final Team team = new Team();
  private final Team.Work work = this::runShard;

  private Dataset data;
  private int[] rows;
  private int from;
  private int to;
  private int active;
  private long seed;
  private long step;

  /** @param batch the most rows of one run */
  ShardRunner(Network network, Loss loss, Dataset data, int batch, int shards, int threads, Blas blas) {
    this.loss = loss;
    this.data = data;
    this.threads = threads;
    this.shards = shards;
    this.chunk = Math.max(1, Math.min(Shards.chunk(network), (batch + shards - 1) / shards));
    gradients = new float[shards][network.values().length];
    free = new AtomicReferenceArray<>(Math.max(1, Math.min(threads, shards)));
    for (int i = 0; i < free.length(); i++) {
      free.set(i, new Lane(i, new Workspace(network, chunk, Workspace.Mode.TRAIN, blas),
          new Tensor(data.targetShape(), chunk)));
    }
    losses = new double[shards];
    weights = new double[shards];
  }

  /** Reads rows from a data set of the same size and shapes from now on. */
  void setData(Dataset data) {
    this.data = data;
  }

  /** Runs rows[from .. to) forward and backward; step names the random streams. */
  void run(int[] rows, int from, int to, long seed, long step) {
    this.rows = rows;
    this.from = from;
    this.to = to;
    this.seed = seed;
    this.step = step;
    active = Math.min(shards, to - from);
    team.run(active, threads, work);
  }

  private void runShard(int shard) {
    int count = to - from;
    int start = from + (int) ((long) count * shard / active);
    int end = from + (int) ((long) count * (shard + 1) / active);
    losses[shard] = 0;
    weights[shard] = 0;
    Lane lane = take();
    try {
      for (int c = start; c < end; c += chunk) {
        runChunk(lane, shard, c, Math.min(end, c + chunk), c == start);
      }
    } finally {
      free.set(lane.place, lane);
    }
  }

  /** There is one that is free, or will be when another thread has put its own back. */
  private Lane take() {
    for (int i = 0;; i = (i + 1) % free.length()) {
      Lane lane = free.getAndSet(i, null);
      if (lane != null) {
        return lane;
      }
      Thread.onSpinWait();
    }
  }

  private void runChunk(Lane lane, int shard, int start, int end, boolean first) {
    Workspace w = lane.workspace;
    Tensor target = lane.target;
    float[] rowWeights = w.weights();
    w.setRows(end - start);
    target.setRows(end - start);
    data.read(rows, start, end, w.input(), target);
    for (int i = start; i < end; i++) {
      rowWeights[i - start] = data.weight(rows[i]);
      weights[shard] += rowWeights[i - start];
    }
    w.position(seed, step, start - from);
    w.forward(true);
    losses[shard] += loss.gradient(w.output(), target, rowWeights, w.outputGradient()) + w.penalty();
    w.backward(gradients[shard], first);
  }

  /** Shards of the last run: the gradient is the sum of so many {@link #gradients}, divided by {@link #weight}. */
  int active() {
    return active;
  }

  float[][] gradients() {
    return gradients;
  }

  /** The weighted sum of the losses of the last run's rows. */
  double loss() {
    double sum = 0;
    for (int s = 0; s < active; s++) {
      sum += losses[s];
    }
    return sum;
  }

  /** The sum of the weights of the last run's rows. */
  double weight() {
    double sum = 0;
    for (int s = 0; s < active; s++) {
      sum += weights[s];
    }
    return sum;
  }
}
