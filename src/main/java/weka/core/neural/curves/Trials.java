package weka.core.neural.curves;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Computations that do not need each other, several at once, until all are done or the caller is interrupted. */
public final class Trials {
  /** Name of the threads that compute. */
  public static final String THREAD = "Curves";

  /** What a scheme that heeds interrupts has to end; one that does not goes on in a thread that nobody waits for. */
  private static final long PATIENCE_MILLISECONDS = 500;

  private Trials() {}

  /**
   * Computes everything. An interrupt of the calling thread ends it within a second; the thread is no longer
   * interrupted afterwards.
   *
   * @param threads   how many run at once
   * @param completed receives each result, in the calling thread and in the order in which they come
   * @return whether all were completed
   * @throws IllegalStateException if one failed; says why
   */
  public static <T> boolean run(List<Callable<T>> trials, int threads, Consumer<T> completed) {
    ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, THREAD);
      thread.setDaemon(true);
      return thread;
    });
    CompletionService<T> service = new ExecutorCompletionService<>(workers);
    try {
      trials.forEach(service::submit);
      for (int i = 0; i < trials.size(); i++) {
        completed.accept(service.take().get());
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof IllegalStateException known ? known
          : new IllegalStateException(Reasons.of(cause), cause);
    } finally {
      end(workers);
    }
  }

  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        // It heeds no interrupts: what it still computes is not wanted.
        return;
      }
    } catch (InterruptedException e) {
      // A second interrupt: wait no longer.
      return;
    }
  }
}
