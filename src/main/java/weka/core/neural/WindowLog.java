package weka.core.neural;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import weka.gui.Logger;

/**
 * The log of Weka's window: status line and Log. The Explorer hands it to classifiers alone; clusterers and filters
 * look for it here, or their training would go on without a word.
 */
public final class WindowLog {
  private WindowLog() {}

  /** The log in the window that the user works in, else in any that is open; null where there is none. */
  public static Logger find() {
    if (GraphicsEnvironment.isHeadless()) {
      return null;
    }
    List<Window> windows = new ArrayList<>(List.of(Frame.getFrames()));
    Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    if (active != null) {
      windows.add(0, active);
    }
    for (Window window : windows) {
      Logger log = window.isShowing() ? in(window) : null;
      if (log != null) {
        return log;
      }
    }
    return null;
  }

  /** The log in a window; null if it has none. */
  static Logger in(Container container) {
    for (Component part : container.getComponents()) {
      Logger log = part instanceof Logger own ? own : part instanceof Container inner ? in(inner) : null;
      if (log != null) {
        return log;
      }
    }
    return null;
  }
}
