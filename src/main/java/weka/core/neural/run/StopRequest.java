package weka.core.neural.run;

/**
 * The wish that a training ends before its time and keeps what it has learnt: made by a signal to a command
 * ({@link CommandSignals}), or by the Stop of the Explorer ({@link ExplorerRun}). It reaches the training as an
 * interrupt of its thread, where that heeds one. An interrupt without such a wish means that nobody wants the model.
 */
public final class StopRequest {
  private static final ThreadLocal<StopRequest> CURRENT = new ThreadLocal<>();

  private final Thread training = Thread.currentThread();
  private boolean made;
  private boolean interrupts;

  private StopRequest() {}

  /** The calling thread's next training may be stopped. */
  static StopRequest listen() {
    StopRequest request = new StopRequest();
    CURRENT.set(request);
    return request;
  }

  /** The calling thread's training can be stopped no longer. */
  static void close() {
    CURRENT.remove();
  }

  /** Asks for it, from any thread. */
  synchronized void make() {
    made = true;
    if (interrupts) {
      training.interrupt();
    }
  }

  private synchronized boolean made() {
    return made;
  }

  /** Whether to interrupt the training from now on. */
  private synchronized void heed(boolean wanted) {
    interrupts = wanted;
    if (made && wanted) {
      training.interrupt();
    } else if (made) {
      Thread.interrupted();
    }
  }

  /** The calling thread's training may be interrupted at any time, and ends in order then; or in {@link #during}. */
  static void heedInterrupts(boolean always) {
    StopRequest request = CURRENT.get();
    if (request != null) {
      request.heed(always);
    }
  }

  /** Whether it was made for the calling thread. */
  public static boolean isMade() {
    StopRequest request = CURRENT.get();
    return request != null && request.made();
  }

  /**
   * Called when a training was interrupted: returns, the interrupt cleared, if such a wish did it.
   *
   * @throws InterruptedException the given one, if not
   */
  public static void keepOrThrow(InterruptedException e) throws InterruptedException {
    if (!isMade()) {
      throw e;
    }
    Thread.interrupted();
  }

  /** Training that heeds interrupts. */
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Does some of the work of a training that is not to be interrupted in between.
   *
   * @return false if the wish was made before or meanwhile
   * @throws InterruptedException if something else interrupted it
   */
  public static boolean during(Work work) throws InterruptedException {
    if (isMade()) {
      return false;
    }
    heedInterrupts(true);
    try {
      work.run();
    } catch (InterruptedException e) {
      keepOrThrow(e);
    } finally {
      heedInterrupts(false);
    }
    return !isMade();
  }
}
