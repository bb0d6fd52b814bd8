package weka.core.neural.run;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Weka's windows, in which schemes look for what Weka does not hand to them. */
final class OpenWindows {
  private OpenWindows() {}

  /**
   * All parts of a kind in windows that are shown, those of the window that the user works in first; within a window
   * those that can be seen, such as on the tab that is selected, before others.
   */
  static <T> Stream<T> parts(Class<T> kind) {
    if (GraphicsEnvironment.isHeadless()) {
      return Stream.empty();
    }
    List<Window> windows = new ArrayList<>(List.of(Frame.getFrames()));
    Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    if (active != null) {
      windows.add(0, active);
    }
    return windows.stream().filter(Window::isShowing).flatMap(w -> seenFirst(parts(w, kind))).distinct();
  }

  /** The parts that can be seen, then the others. */
  static <T> Stream<T> seenFirst(Stream<T> parts) {
    return parts.sorted(Comparator.comparing(part -> part instanceof Component c && !c.isShowing()));
  }

  /** All parts of a kind within a part, those above others first. */
  static <T> Stream<T> parts(Container container, Class<T> kind) {
    return Stream.of(container.getComponents()).flatMap(part -> kind.isInstance(part) ? Stream.of(kind.cast(part))
        : part instanceof Container inner ? parts(inner, kind) : Stream.<T>empty());
  }
}
