package weka.core.neural.run;

/**
 * A request to end a training early and keep what it has learnt, made by a signal to a command ({@link CommandSignals})
 * or by the Explorer's Stop button ({@link ExplorerRun}). It reaches the training as an interrupt of its thread, where
 * that responds to one. An interrupt without a request means that nobody wants the model.
 */
public final class StopRequest {
  private static final ThreadLocal<StopRequest> CURRENT = new ThreadLocal<>();

  private final Thread training = Thread.currentThread();
  private boolean made;
  private boolean interrupts;

  private StopRequest() {}

  /** The calling thread's next training may be stopped. */
  public static StopRequest listen() {
    StopRequest request = new StopRequest();
    CURRENT.set(request);
    return request;
  }

  /** The calling thread's training can no longer be stopped. */
  public static void close() {
    CURRENT.remove();
  }

  /** Makes the request, from any thread. */
  public synchronized void make() {
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

  /**
   * The calling thread's training may be interrupted at any time and then ends in an orderly way; otherwise only in
   * {@link #during}.
   */
  static void heedInterrupts(boolean always) {
    StopRequest request = CURRENT.get();
    if (request != null) {
      request.heed(always);
    }
  }

  /** Whether the request was made for the calling thread. */
  public static boolean isMade() {
    StopRequest request = CURRENT.get();
    return request != null && request.made();
  }

  /**
   * Called when a training was interrupted: clears the interrupt and returns if a request caused it.
   *
   * @throws InterruptedException the given one, otherwise
   */
  public static void keepOrThrow(InterruptedException e) throws InterruptedException {
    if (!isMade()) {
      throw e;
    }
    Thread.interrupted();
  }

  /** A training that responds to interrupts. */
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Does part of the work of a training that must not be interrupted in between.
   *
   * @return false if the request was made before or meanwhile
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
