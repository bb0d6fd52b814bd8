package ruru.nn.train;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of the JVM, one for every core but the caller's, shared by all networks that train at the same
 * time. A caller with work takes part in it and never waits for a worker to become free; idle workers help. Which
 * thread runs a task never affects a result.
 *
 * <p>A run allocates nothing. Workers look for new work for a short time and then sleep.
 */
final class WorkerPool {
  /** Numbered tasks that may run at the same time. */
  interface Work<E extends Exception> {
    void run(int task) throws E;
  }

  /** Runs that can be posted at once; a run beyond that is executed by its caller alone. */
  private static final int SLOTS = 64;
  private static final int LOOKS_BEFORE_SLEEP = 2000;
  private static final AtomicReferenceArray<WorkerPool> POSTED = new AtomicReferenceArray<>(SLOTS);

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean open;
  private @Nullable Throwable failure;
  private int failed;
  private int tasks;
  private Work<?> work = task -> {};

  /**
   * Runs tasks 0 to tasks - 1, on the calling thread and at most threads - 1 workers, and returns when all are done.
   * Not to be called for the same team by two threads at once. If tasks fail, those not yet started are skipped, and
   * the exception of the lowest-numbered one is thrown.
   */
  <E extends Exception> void run(int tasks, int threads, Work<E> work) throws E {
    if (tasks <= 1 || threads <= 1) {
      for (int i = 0; i < tasks; i++) {
        work.run(i);
      }
      return;
    }
    this.tasks = tasks;
    this.work = work;
    failure = null;
    next.set(0);
    places.set(Math.min(threads, tasks) - 1);
    open = true;
    int slot = post();
    try {
      Workers.wake(Math.min(threads, tasks) - 1);
      takeTasks();
    } finally {
      open = false;
      awaitWorkers();
      if (slot >= 0) {
        POSTED.set(slot, null);
      }
    }
    this.<E>rethrow();
  }

  private int post() {
    for (int i = 0; i < SLOTS; i++) {
      if (POSTED.get(i) == null && POSTED.compareAndSet(i, null, this)) {
        return i;
      }
    }
    return -1;
  }

  private void takeTasks() {
    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
      try {
        work.run(i);
      } catch (Throwable t) {
        fail(i, t);
      }
    }
  }

  // Tasks are taken in order, so all below one that failed have been taken and will finish: which failing task is the
  // lowest does not depend on the threads.
  private synchronized void fail(int task, Throwable t) {
    if (failure == null || task < failed) {
      failure = t;
      failed = task;
    }
    next.set(tasks);
  }

  // A worker counts itself in before it looks whether the run is open, so once the run is closed and the count is 0, no
  // worker is in it any more.
  private void help() {
    inside.incrementAndGet();
    try {
      if (open && places.getAndDecrement() > 0) {
        takeTasks();
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // a hint: where it does nothing, the loop goes on looking
  private void awaitWorkers() {
    for (int i = 0; inside.get() != 0; i++) {
      if (i < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Tasks throw nothing but E and what is unchecked. */
  @SuppressWarnings("unchecked")
  private synchronized <E extends Exception> void rethrow() throws E {
    if (failure instanceof Error e) {
      throw e;
    } else if (failure != null) {
      throw (E) failure;
    }
  }

  /** The threads, started by the first run that needs them. */
  private static final class Workers {
    private static final Worker[] ALL = start();

    private static Worker[] start() {
      Worker[] all = new Worker[Math.max(0, Runtime.getRuntime().availableProcessors() - 1)];
      for (int i = 0; i < all.length; i++) {
        all[i] = new Worker("ruru-worker-" + (i + 1));
        all[i].setDaemon(true);
        all[i].start();
      }
      return all;
    }

    static void wake(int count) {
      for (int i = 0; i < ALL.length && count > 0; i++) {
        if (ALL[i].asleep) {
          LockSupport.unpark(ALL[i]);
          count--;
        }
      }
    }
  }

  private static final class Worker extends Thread {
    private volatile boolean asleep;

    Worker(String name) {
      super(null, null, name, 0, false);
    }

    @Override
    public void run() {
      int looks = 0;
      while (true) {
        if (helpAnyone()) {
          looks = 0;
        } else if (++looks < LOOKS_BEFORE_SLEEP) {
          Thread.onSpinWait();
        } else {
          sleepUntilWoken();
          looks = 0;
        }
      }
    }

    // Announces that it sleeps before it checks a last time, so that no post between the check and the sleep is missed.
    private void sleepUntilWoken() {
      asleep = true;
      if (!helpAnyone()) {
        LockSupport.park(this);
      }
      asleep = false;
    }

    private static boolean helpAnyone() {
      boolean helped = false;
      for (int i = 0; i < SLOTS; i++) {
        WorkerPool team = POSTED.get(i);
        if (team != null && team.open && team.places.get() > 0) {
          team.help();
          helped = true;
        }
      }
      return helped;
    }
  }
}
