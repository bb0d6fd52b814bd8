package ruru.nn.train;

import java.util.function.IntConsumer;

/** Numbered tasks on the worker threads of the JVM, which all networks share. */
public final class Parallel {
  private Parallel() {}

  /**
   * Runs tasks 0 to tasks - 1 and returns when all are done. If tasks fail, those not begun are left out, and what the
   * lowest of them threw is thrown.
   *
   * @param threads at most, the calling one included; 0 for all cores
   */
  public static void run(int tasks, int threads, IntConsumer work) {
    new WorkerPool().run(tasks, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads, work::accept);
  }
}
