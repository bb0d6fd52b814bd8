package weka.core.neural.run;

import org.jspecify.annotations.Nullable;
import weka.gui.Logger;
import weka.gui.beans.LogPanel;

/**
 * The log of Weka's window: status line and Log. The Explorer hands it to classifiers alone; clusterers and filters
 * look for it here, or their training would go on without a word.
 */
public final class WindowLog {
  private WindowLog() {}

  /**
   * The log in the window that the user works in, else in any that is open; null where there is none. A flow has the
   * Knowledge Flow's, whose status is a table; everything else has one with a status line.
   */
  public static @Nullable Logger find() {
    boolean flow = Caller.isKnowledgeFlow();
    return OpenWindows.parts(Logger.class).filter(log -> log instanceof LogPanel == flow).findFirst().orElse(null);
  }
}
