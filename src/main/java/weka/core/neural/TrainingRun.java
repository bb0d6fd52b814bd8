package weka.core.neural;

import weka.gui.Logger;

/** A scheme at work: whoever is told how it goes, and the signals that may end it before its time. */
public final class TrainingRun implements AutoCloseable {
  private final Progress progress;
  private final CommandSignals signals;

  private TrainingRun(Progress progress) {
    this.progress = progress;
    signals = CommandSignals.listen(progress);
  }

  /**
   * Begins.
   *
   * @param log   null where there is none
   * @param debug whether more is to be told, on the error stream
   * @throws InterruptedException if this thread was told to stop in an earlier training
   */
  public static TrainingRun begin(Logger log, boolean debug, String scheme) throws InterruptedException {
    StopRequest.heed();
    return new TrainingRun(Progress.of(log, debug, scheme));
  }

  public Progress progress() {
    return progress;
  }

  /** The training is over. */
  @Override
  public void close() {
    if (signals != null) {
      signals.close();
    }
  }
}
