package ruru.data;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that decode ahead: at most one per core, shared by all caches of the JVM, ended when idle. */
final class Decoders {
  private static final long IDLE_SECONDS = 2;

  private Decoders() {}

  /** Created on first use. */
  private static final class Pool {
    static final ThreadPoolExecutor THREADS = make();

    private static ThreadPoolExecutor make() {
      int threads = Runtime.getRuntime().availableProcessors();
      ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, IDLE_SECONDS, TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "ruru-decoder");
            thread.setDaemon(true);
            return thread;
          });
      pool.allowCoreThreadTimeOut(true);
      return pool;
    }
  }

  static void submit(Runnable task) {
    Pool.THREADS.execute(task);
  }
}
