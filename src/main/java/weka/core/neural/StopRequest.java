package weka.core.neural;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Training that is ended from outside before its time: by an interrupt of its thread. Mostly that means that nobody
 * wants the model any more. But who ends a command by a signal, or presses Stop in the Explorer while it trains the
 * model, wants to keep what has been learnt so far, and nothing trained or evaluated after it. So the training ends in
 * order, and the interrupt is not lost but waits until the model has been handed over.
 */
public final class StopRequest {
  /** Threads that were told to stop and have been allowed to hand over a model. */
  private static final Set<Thread> WAITING =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private StopRequest() {}

  /**
   * Called when a training was interrupted: returns, with the interrupt put off, if it is to end with what it has.
   *
   * @throws InterruptedException the given one, if nobody wants that
   */
  static void keepOrThrow(InterruptedException e) throws InterruptedException {
    if (!CommandSignals.isCaught() && !Caller.isExplorer()) {
      throw e;
    }
    putOff();
  }

  static void putOff() {
    Thread.interrupted();
    WAITING.add(Thread.currentThread());
  }

  /** Whether an interrupt of this thread was put off. */
  static boolean isWaiting() {
    return WAITING.contains(Thread.currentThread());
  }

  /**
   * Called before another training.
   *
   * @throws InterruptedException if this thread was told to stop
   */
  public static void heed() throws InterruptedException {
    if (isWaiting()) {
      if (CommandSignals.isCaught()) {
        CommandSignals.exit();
      }
      interruptAgain();
      throw new InterruptedException("the run was stopped");
    }
  }

  /**
   * Called where the model has been handed over, or is about to be evaluated: an interrupt that was put off is there
   * again, so that the Explorer, which looks for it before each step, ends its run.
   */
  public static void interruptAgain() {
    if (isWaiting() && !CommandSignals.isCaught()) {
      Thread.currentThread().interrupt();
    }
  }
}
