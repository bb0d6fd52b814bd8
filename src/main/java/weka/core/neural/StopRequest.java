package weka.core.neural;

/**
 * Training that is ended from outside before its time: by an interrupt of its thread. Mostly that means that nobody
 * wants the model any more. But who ends a command by a signal, or presses Stop in the Explorer, wants to keep what has
 * been learnt so far, so that the training ends in order.
 */
final class StopRequest {
  private StopRequest() {}

  /**
   * Called when a training was interrupted: returns, the interrupt cleared, if a signal to the command did it.
   *
   * @throws InterruptedException the given one, if not
   */
  static void keepOrThrow(InterruptedException e) throws InterruptedException {
    if (!CommandSignals.isCaught()) {
      throw e;
    }
    Thread.interrupted();
  }

  /**
   * The same for a scheme that in the Explorer hands over the model itself, and interrupts the thread again.
   *
   * @throws InterruptedException the given one, if neither a signal nor the Explorer did it
   */
  static void handOverOrThrow(InterruptedException e) throws InterruptedException {
    if (!CommandSignals.isCaught() && !Caller.isExplorer()) {
      throw e;
    }
    Thread.interrupted();
  }
}
