package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.gui.Logger;

/**
 * A training for a panel of Weka's Explorer, whose Stop button interrupts the panel's thread; up to Weka 3.8.6 and Java
 * 19 it kills it as well. So the training has its own thread, and the panel's thread waits for it: the first Stop lets
 * the training end with what it has learnt, and the panel uses the model as usual; further trainings of that run, such
 * as the folds of a cross-validation, are cancelled. The second Stop cancels at once.
 */
public final class ExplorerRun {
  /** What ends a stopped run when it would train once more; by thread, since each run has its own. */
  private static final ThreadLocal<Throwable> STOPPED = new ThreadLocal<>();
  /** Whether a training of the run has ended: later ones are only for the evaluation. */
  private static final ThreadLocal<Boolean> TRAINED = ThreadLocal.withInitial(() -> false);
  private static final String KILLED = "java.lang.ThreadDeath";

  /** What trains. */
  public interface Work {
    void run() throws Exception;
  }

  private final String name;
  private final Work work;
  private final @Nullable ResultEntry entry;
  private final Thread training;
  private @Nullable StopRequest request;
  private boolean stopsAtOnce;
  private boolean over;
  private @Nullable Throwable failure;
  private @Nullable Throwable interrupted;
  private @Nullable Throwable killed;

  private ExplorerRun(String name, Work work, @Nullable ResultEntry entry) {
    this.name = name;
    this.work = work;
    this.entry = entry;
    training = new Thread(this::train, name);
  }

  /**
   * Trains; outside a run of the Explorer that is all it does.
   *
   * @param name the scheme's name, for messages
   * @param scheme the scheme to train
   * @throws InterruptedException if the run was stopped and this training is not to be kept
   */
  public static void train(String name, Object scheme, Work task) throws Exception {
    Work work = () -> MemoryLimit.within(name + ": training", () -> {
      task.run();
      return true;
    });
    if (!Caller.isExplorer()) {
      work.run();
      return;
    }
    ResultEntry entry = ResultEntry.ofRun(Thread.currentThread());
    if (STOPPED.get() != null) {
      cancel(STOPPED.get());
    }
    new ExplorerRun(name, work, entry).run();
    if (entry != null && !TRAINED.get()) {
      TRAINED.set(true);
      entry.keepModel(scheme);
    }
  }

  /**
   * Whether the calling training is for an evaluation alone, as in the folds of a cross-validation, so that nobody will
   * look at what it draws or prints; to be asked by the thread that Weka trains in.
   */
  public static boolean isForEvaluation() {
    if (Caller.isCrossValidation()) {
      return true;
    }
    ResultEntry entry = Caller.isExplorer() ? ResultEntry.ofRun(Thread.currentThread()) : null;
    return entry != null && entry.hasModel();
  }

  private static void cancel(Throwable stop) throws Exception {
    // If it was killed, the panel recognises by this that it was stopped.
    Thread.currentThread().interrupt();
    rethrow(stop);
  }

  private void train() {
    synchronized (this) {
      request = StopRequest.listen();
      if (stopsAtOnce) {
        request.make();
      }
    }
    try {
      work.run();
    } catch (Throwable e) {
      failure = e;
    } finally {
      synchronized (this) {
        over = true;
        notifyAll();
      }
    }
  }

  private void run() throws Exception {
    training.start();
    boolean done = false;
    while (!done) {
      try {
        done = await() && isClickOver();
      } catch (Error e) {
        if (!e.getClass().getName().equals(KILLED)) {
          throw e;
        }
        // The interrupt just before came from the same click.
        stop(e, killed);
        killed = e;
      }
    }
    Throwable stop = killed != null ? killed : interrupted;
    if (failure != null && (stop == null || !(failure instanceof InterruptedException))) {
      rethrow(failure);
    } else if (stop != null && (failure != null || isFold())) {
      cancel(stop);
    }
    STOPPED.set(stop);
  }

  /** Waits until training is over; false if interrupted meanwhile. This thread may be killed at any point. */
  private boolean await() {
    try {
      synchronized (this) {
        while (!over) {
          wait();
        }
      }
      return true;
    } catch (InterruptedException e) {
      stop(e, interrupted);
      interrupted = e;
      return false;
    }
  }

  /**
   * Waits until the click on Stop is handled. It interrupts and then kills; the training may end in between, and the
   * kill would then end the panel's thread before the model is shown.
   */
  private boolean isClickOver() {
    if (interrupted == null || killed != null) {
      return true;
    }
    try {
      OpenWindows.awaitEvent();
      return true;
    } catch (InterruptedException e) {
      interrupted = e;
      return false;
    }
  }

  /** Whether the model to be kept already exists, and this is a copy for its evaluation. */
  private boolean isFold() {
    return entry != null && entry.hasModel();
  }

  private synchronized void stop(Throwable now, @Nullable Throwable before) {
    if (over) {
      return;
    }
    Logger log = WindowLog.find();
    if (before != null || isFold()) {
      training.interrupt();
    } else {
      if (request == null) {
        stopsAtOnce = true;
      } else {
        request.make();
      }
      if (log != null && (now instanceof InterruptedException || interrupted == null)) {
        log.logMessage(name + ": Stop: training ends and keeps what it has learnt so far; Stop once more to cancel "
            + "the run");
      }
    }
  }

  private static void rethrow(Throwable e) throws Exception {
    if (e instanceof Error error) {
      throw error;
    }
    throw (Exception) e;
  }
}
