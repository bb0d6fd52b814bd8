package weka.core.neural;

import java.util.Locale;
import ruru.nn.train.History;
import ruru.nn.train.Training;
import weka.gui.Logger;

/**
 * Tells how training goes: epoch, losses and the time still to go in the status line, now and then a line in the log.
 */
public final class Progress {
  private static final long STATUS_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 5_000_000_000L;

  private final Logger log;
  private final String name;
  private final long start = System.nanoTime();
  private final int firstEpoch;
  private long lastStatus = start;
  private long lastLog = start;

  /** @param log null to tell nobody */
  public Progress(Logger log, String name, int firstEpoch) {
    this.log = log;
    this.name = name;
    this.firstEpoch = firstEpoch;
  }

  /** After an epoch. */
  public void epoch(Training training) {
    if (log != null && System.nanoTime() - lastStatus >= STATUS_NANOS) {
      tell(text(training, System.nanoTime()));
    }
  }

  private void tell(String text) {
    long now = System.nanoTime();
    if (log == null || now - lastStatus < STATUS_NANOS) {
      return;
    }
    lastStatus = now;
    log.statusMessage(text);
    if (now - lastLog >= LOG_NANOS) {
      lastLog = now;
      log.logMessage(text);
    }
  }

  /** After an epoch of refining clusters. */
  void refined(int epoch, int epochs, double loss, double changed) {
    tell(String.format(Locale.ROOT,
        "%s: refining, epoch %d of at most %d, loss %.4g, %.2f %% of the rows changed their cluster",
        name, epoch, epochs, loss, 100 * changed));
  }

  /** What is being done now, where it is not epochs. */
  void now(String what) {
    tell(name + ": " + what);
  }

  /** Something that the user should know. */
  public void message(String text) {
    if (log != null) {
      log.logMessage(name + ": " + text);
    }
  }

  private String text(Training training, long now) {
    History h = training.history();
    int done = h.epochs();
    double perEpoch = (now - start) / 1e9 / (done - firstEpoch);
    double validation = h.validation()[done - 1];
    return String.format(Locale.ROOT, "%s: epoch %d of %d, loss %.4g%s, at most %s to go", name, done,
        training.planned(), h.training()[done - 1],
        Double.isNaN(validation) ? "" : String.format(Locale.ROOT, ", validation %.4g", validation),
        duration(perEpoch * (training.planned() - done)));
  }

  static String duration(double seconds) {
    return seconds < 90 ? Math.round(seconds) + " s" : seconds < 5400 ? Math.round(seconds / 60) + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
