package ruru.nn.train;

import java.util.function.IntConsumer;

/** Runs numbered tasks on the JVM's worker threads, which all networks share. */
public final class Parallel {
  private Parallel() {}

  /**
   * Runs tasks 0 to tasks - 1 and returns when all are done. If tasks fail, those not yet started are skipped, and the
   * exception of the lowest-numbered one is thrown.
   *
   * @param threads the most threads, including the calling one; 0 for all cores
   */
  public static void run(int tasks, int threads, IntConsumer work) {
    new WorkerPool().run(tasks, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads, work::accept);
  }
}
