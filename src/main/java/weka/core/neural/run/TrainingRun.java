package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.gui.Logger;

/** A scheme in training: its progress reports, and the signals that may end it early. */
public final class TrainingRun implements AutoCloseable {
  private final Progress progress;
  private final @Nullable CommandSignals signals;

  private TrainingRun(Progress progress, Class<?> scheme, boolean interrupts) {
    this.progress = progress;
    signals = CommandSignals.listen(progress, scheme);
    StopRequest.heedInterrupts(interrupts);
  }

  /**
   * Begins, or ends the process if a signal asked for it during an earlier training.
   *
   * @param log null if there is none
   * @param debug whether to report in more detail, on the error stream
   * @param name the scheme's name
   * @param interrupts whether a signal may interrupt it at any time, as it ends in an orderly way by itself; otherwise
   *                   only in {@link StopRequest#during}
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
