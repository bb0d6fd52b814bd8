package ruru.nn.train;

import java.util.concurrent.atomic.AtomicReferenceArray;
import ruru.blas.Blas;
import ruru.nn.Loss;
import ruru.nn.Network;

/**
 * Independent shards: there is memory only for those that run at a time, and large ones run in chunks.
 */
final class SeparateShards extends ShardRunner {
  private final int chunk;
  /** One for each thread that can run; null where it is in use. Which of them a shard gets does not matter. */
  private final AtomicReferenceArray<WorkspaceSlot> free;
  private final WorkerPool team = new WorkerPool();
  private final WorkerPool.Work<InterruptedException> work = this::runShard;
  private int from;
  private int to;

  SeparateShards(Network network, Loss loss, Dataset data, int batch, int shards, int threads, Blas blas) {
    super(network, loss, data, shards, threads);
    chunk = Math.max(1, Math.min(Shards.chunk(network), (batch + shards - 1) / shards));
    free = new AtomicReferenceArray<>(Math.max(1, Math.min(threads, shards)));
    for (int i = 0; i < free.length(); i++) {
      free.set(i, lane(i, network, data, chunk, blas));
    }
  }

  @Override
  void run(int from, int to, long step) throws InterruptedException {
    this.from = from;
    this.to = to;
    team.run(active(), threads, work);
  }

  private void runShard(int shard) throws InterruptedException {
    int start = start(shard, from, to);
    int end = start(shard + 1, from, to);
    WorkspaceSlot lane = acquire();
    try {
      for (int c = start; c < end; c += chunk) {
        cancellation().check();
        read(lane, shard, c, Math.min(end, c + chunk));
        lane.workspace().forward(true, cancellation());
        differentiate(lane, shard);
        lane.workspace().backward(gradients()[shard], c == start, cancellation());
      }
    } finally {
      free.set(lane.place(), lane);
    }
  }

  /** One is free, or will be when another thread returns its slot. */
  private WorkspaceSlot acquire() {
    for (int i = 0;; i = (i + 1) % free.length()) {
      WorkspaceSlot lane = free.getAndSet(i, null);
      if (lane != null) {
        return lane;
      }
      Thread.onSpinWait();
    }
  }
}
