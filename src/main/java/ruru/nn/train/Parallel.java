package ruru.nn.train;

/** Runs numbered tasks on the JVM's worker threads, which all networks share. */
public final class Parallel {
  private Parallel() {}

  /** What is to be done for each number. */
  public interface Task<E extends Exception> {
    void run(int task) throws E;
  }

  /**
   * Runs tasks 0 to tasks - 1 and returns when all are done. If tasks fail, those not yet started are skipped, and the
   * exception of the lowest-numbered one is thrown.
   *
   * @param threads the most threads, including the calling one; 0 for all cores
   */
  public static <E extends Exception> void run(int tasks, int threads, Task<E> work) throws E {
    WorkerPool.Work<E> each = work::run;
    new WorkerPool().run(tasks, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads, each);
  }
}
