package weka.core.neural;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weka.gui.Logger;

/** A log that remembers what it was told. */
public class LogLines implements Logger {
  private final List<String> status = Collections.synchronizedList(new ArrayList<>());
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void logMessage(String message) {
    log.add(message);
  }

  @Override
  public void statusMessage(String message) {
    status.add(message);
  }

  /** The lines of the status so far. */
  public List<String> status() {
    return status;
  }

  /** The lines of the log so far. */
  public List<String> log() {
    return log;
  }
}
