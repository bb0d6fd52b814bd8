package weka.core.neural;

import weka.gui.Logger;

/** The log of a window: the status line tells what is being done, and now and then the Log does. */
final class LogWindow implements Progress.Audience {
  private static final long STATUS_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 5_000_000_000L;

  private final Logger log;
  private long lastStatus = System.nanoTime();
  private long lastLog = lastStatus;

  LogWindow(Logger log) {
    this.log = log;
  }

  @Override
  public boolean isDue(long now) {
    return now - lastStatus >= STATUS_NANOS;
  }

  @Override
  public void progress(String scheme, String text) {
    long now = System.nanoTime();
    lastStatus = now;
    log.statusMessage(scheme + ": " + text);
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
}
