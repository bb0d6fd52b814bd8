package ruru.nn.train;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.nn.BatchOp;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.Workspace;

/**
 * Shards of a network with {@link BatchOp}s, all in memory at once: they run segment by segment, and between the
 * segments the sums of all are merged, so that statistics are those of the whole batch however it is divided. A batch
 * too large for that is divided into rounds of equal size, each with its own statistics.
 */
final class JointShards extends ShardRunner {
  /** Half a gigabyte. */
  private static final long MOST_NUMBERS = 1L << 27;
  private static final int LEAST_ROWS = 32;

  private final boolean wholeSets;
  private final int mostRows;
  private final int chunk;
  /** The most chunks of a shard; those of shard s start at s * chunks. */
  private final int chunks;
  private final Network network;
  private final Blas blas;
  private final WorkspaceSlot[] lanes;
  /** Lanes that are there. */
  private int made = 1;
  private final Workspace[] parts;
  private final Object[] memory;
  private final int last;
  private final WorkerPool team = new WorkerPool();
  private final WorkerPool.Work<InterruptedException> work = this::runShard;
  private int from;
  private int to;
  private int segment;
  private boolean forward;
  private boolean firstRound;

  /**
   * @param batch     the most rows of one run
   * @param wholeSets whether every run covers all rows
   */
  JointShards(Network network, Loss loss, Dataset data, int batch, int shards, int threads, boolean wholeSets,
      Blas blas) {
    this(network, loss, data, batch, shards, threads, wholeSets, blas, MOST_NUMBERS);
  }

  /** @param mostNumbers that the outputs of all layers for one round, and their gradients, may take */
  JointShards(Network network, Loss loss, Dataset data, int batch, int shards, int threads, boolean wholeSets,
      Blas blas, long mostNumbers) {
    super(network, loss, data, shards, threads);
    this.wholeSets = wholeSets;
    // As few rounds as possible, of equal size.
    mostRows = (int) ceiling(batch, ceiling(batch, mostRows(network, mostNumbers)));
    long rows = ceiling(mostRows, shards);
    chunks = (int) ceiling(rows, Shards.chunk(network));
    chunk = (int) ceiling(rows, chunks);
    lanes = new WorkspaceSlot[shards * chunks];
    this.network = network;
    this.blas = blas;
    lanes[0] = lane(0, network, data, chunk, blas);
    parts = new Workspace[lanes.length];
    memory = new Object[lanes.length];
    last = lanes[0].workspace().segments() - 1;
  }

  private static long mostRows(Network network, long mostNumbers) {
    long numbers = 2 * network.nodes().stream().mapToLong(n -> n.shape().size()).sum();
    return Math.max(LEAST_ROWS, mostNumbers / numbers);
  }

  private static long ceiling(long a, long b) {
    return (a + b - 1) / b;
  }

  @Override
  void run(int from, int to, long step) throws InterruptedException {
    makeLanes();
    int rounds = (int) ceiling(to - from, mostRows);
    for (int r = 0; r < rounds; r++) {
      this.from = from + (int) ((long) (to - from) * r / rounds);
      this.to = from + (int) ((long) (to - from) * (r + 1) / rounds);
      firstRound = r == 0;
      runRound(step);
    }
  }

  /** Before the first batch, so that it can be cancelled: to take half a gigabyte may last seconds. */
  private void makeLanes() throws InterruptedException {
    for (; made < lanes.length; made++) {
      cancellation().check();
      lanes[made] = lane(made, network, data(), chunk, blas);
    }
  }

  private void runRound(long step) throws InterruptedException {
    double rows = countingRows();
    boolean exact = wholeSets && rows >= 2;
    int used = 0;
    for (int s = 0; s < active(); s++) {
      int length = start(s + 1, from, to) - start(s, from, to);
      for (int c = 0; c * chunk < length; c++) {
        Workspace part = lanes[s * chunks + c].workspace();
        part.batch(exact ? Double.POSITIVE_INFINITY : rows, exact ? 1 : (double) step);
        parts[used++] = part;
      }
    }
    forward = true;
    for (segment = 0; segment < last; segment++) {
      team.run(active(), threads, work);
      Workspace.merge(parts, used, segment, memory);
    }
    team.run(active(), threads, work);
    forward = false;
    for (; segment > 0; segment--) {
      Workspace.mergeBackward(parts, used, segment, memory);
      team.run(active(), threads, work);
    }
  }

  /**
   * The effective number of rows, (sum of weights)^2 / sum of squared weights (Kish 1965), which is their number if all
   * weights are equal; 0 if none has a weight.
   */
  private double countingRows() {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      double w = weight(i);
      sum += w;
      squares += w * w;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  /** What a shard does between two merges: a segment forward, the loss at the end, or a segment backward. */
  private void runShard(int shard) throws InterruptedException {
    int start = start(shard, from, to);
    int end = start(shard + 1, from, to);
    if (start == end && firstRound) {
      Arrays.fill(gradients()[shard], 0);
    }
    for (int c = 0; start + c * chunk < end; c++) {
      WorkspaceSlot lane = lanes[shard * chunks + c];
      Workspace w = lane.workspace();
      cancellation().check();
      if (forward) {
        if (segment == 0) {
          read(lane, shard, start + c * chunk, Math.min(end, start + (c + 1) * chunk));
        }
        w.forward(true, segment, cancellation());
        if (segment == last) {
          differentiate(lane, shard);
        }
      }
      if (!forward || segment == last) {
        w.backward(gradients()[shard], firstRound && c == 0, forward ? last : segment - 1, cancellation());
      }
    }
  }
}
