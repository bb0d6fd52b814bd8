package weka.core.neural;

import weka.gui.Logger;

/**
 * The log of Weka's window: status line and Log. The Explorer hands it to classifiers alone; clusterers and filters
 * look for it here, or their training would go on without a word.
 */
public final class WindowLog {
  private WindowLog() {}

  /** The log in the window that the user works in, else in any that is open; null where there is none. */
  public static Logger find() {
    return OpenWindows.parts(Logger.class).findFirst().orElse(null);
  }
}
