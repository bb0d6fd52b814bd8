package ruru.nn.train;

import java.util.List;
import ruru.nn.Cancellation;

/**
 * Networks that are trained in parallel, one epoch of each per call. Every member is trained by one thread at a time,
 * so that many small networks use all cores where one of them could not.
 */
public final class Ensemble {
  private final List<Training> members;
  private final int threads;
  private final boolean[] more;
  private final InterruptedException[] interrupted;
  private final WorkerPool team = new WorkerPool();
  private Cancellation<InterruptedException> cancellation = Cancellation.ofCallingThread();
  private final WorkerPool.Work<RuntimeException> work = this::train;

  /** @param members each with threads = 1 in its settings, unless there is only one */
  public Ensemble(List<Training> members, int threads) {
    this.members = List.copyOf(members);
    this.threads = threads;
    more = new boolean[members.size()];
    interrupted = new InterruptedException[members.size()];
  }

  /**
   * Trains each member for one epoch, if its training is not over.
   *
   * @return false if all had finished, so that nothing was done
   * @throws InterruptedException if the calling thread was interrupted
   * @throws DivergenceException  if a member's loss does not stay finite
   */
  public boolean next() throws InterruptedException {
    cancellation = Cancellation.ofCallingThread();
    team.run(members.size(), threads, work);
    boolean any = false;
    for (int i = 0; i < more.length; i++) {
      if (interrupted[i] != null) {
        throw interrupted[i];
      }
      any |= more[i];
    }
    return any;
  }

  private void train(int member) {
    interrupted[member] = null;
    try {
      more[member] = members.get(member).next(cancellation);
    } catch (InterruptedException e) {
      interrupted[member] = e;
    }
  }

  public List<Training> members() {
    return members;
  }
}
