package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.gui.Logger;
import weka.gui.beans.LogPanel;

/**
 * The log of Weka's window: status line and Log. The Explorer passes it only to classifiers; clusterers and filters
 * look for it here, or their training would be silent.
 */
public final class WindowLog {
  private WindowLog() {}

  /**
   * The log of the active window, else of any open one; null if there is none. A flow has the Knowledge Flow's log,
   * whose status is a table; everything else has one with a status line.
   */
  public static @Nullable Logger find() {
    boolean flow = Caller.isKnowledgeFlow();
    return OpenWindows.parts(Logger.class).filter(log -> log instanceof LogPanel == flow).findFirst().orElse(null);
  }
}
