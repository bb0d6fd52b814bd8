package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.gui.Logger;

/**
 * The log of a window: progress goes to the status line or a row of the Knowledge Flow's status table, and from time to
 * time to the Log.
 */
final class LogWindow implements ProgressAudience {
  private static final long STATUS_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 5_000_000_000L;

  private final Logger log;
  private final @Nullable StatusRow row;
  private long lastStatus = System.nanoTime();
  private long lastLog = lastStatus;

  /** @param row null if there is a status line */
  LogWindow(Logger log, @Nullable StatusRow row) {
    this.log = log;
    this.row = row;
  }

  @Override
  public boolean isDue(long now) {
    return now - lastStatus >= STATUS_NANOS;
  }

  @Override
  public void progress(String scheme, String text) {
    long now = System.nanoTime();
    lastStatus = now;
    if (row == null) {
      log.statusMessage(scheme + ": " + text);
    } else {
      row.tell(text);
    }
    if (now - lastLog >= LOG_NANOS) {
      lastLog = now;
      log.logMessage(scheme + ": " + text);
    }
  }

  @Override
  public void phase(String scheme, String text) {
    if (isDue(System.nanoTime())) {
      progress(scheme, text);
    }
  }

  @Override
  public void message(String scheme, String text) {
    log.logMessage(scheme + ": " + text);
  }

  @Override
  public void end() {
    if (row != null) {
      row.end();
    }
  }
}
