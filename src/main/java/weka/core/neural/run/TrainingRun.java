package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.gui.Logger;

/** A scheme at work: whoever is told how it goes, and the signals that may end it before its time. */
public final class TrainingRun implements AutoCloseable {
  private final Progress progress;
  private final @Nullable CommandSignals signals;

  private TrainingRun(Progress progress, Class<?> scheme, boolean interrupts) {
    this.progress = progress;
    signals = CommandSignals.listen(progress, scheme);
    StopRequest.heedInterrupts(interrupts);
  }

  /**
   * Begins; or ends the process, if it was told so while an earlier training went on.
   *
   * @param log   null where there is none
   * @param debug whether more is to be told, on the error stream
   * @param name  of the scheme
   * @param interrupts whether a signal may interrupt it at any time, so that it ends in order by itself; if not, it
   *                   does so only in {@link StopRequest#during}
   */
  public static TrainingRun begin(@Nullable Logger log, boolean debug, String name, OptionHandler scheme,
      boolean interrupts) {
    CommandSignals.exitIfCaught();
    return new TrainingRun(Progress.of(log, debug, name, Utils.joinOptions(scheme.getOptions())),
        scheme.getClass(), interrupts);
  }

  public Progress progress() {
    return progress;
  }

  /** The training is over. */
  @Override
  public void close() {
    progress.end();
    if (signals != null) {
      signals.close();
    }
  }
}
