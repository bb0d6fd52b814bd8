package weka.core.neural.run;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Weka's windows, where schemes look for what Weka does not pass to them. */
final class OpenWindows {
  private OpenWindows() {}

  /**
   * Waits until the event that is being handled has been.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  static void awaitEvent() throws InterruptedException {
    try {
      EventQueue.invokeAndWait(() -> {});
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * All components of a type in open windows, those of the active window first; within a window visible ones, such as
   * on the selected tab, before others.
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

  /** The visible components, then the others. */
  static <T> Stream<T> seenFirst(Stream<T> parts) {
    return parts.sorted(Comparator.comparing(part -> part instanceof Component c && !c.isShowing()));
  }

  /** All components of a type within a component, top ones first. */
  static <T> Stream<T> parts(Container container, Class<T> kind) {
    return Stream.of(container.getComponents()).flatMap(part -> kind.isInstance(part) ? Stream.of(kind.cast(part))
        : part instanceof Container inner ? parts(inner, kind) : Stream.<T>empty());
  }
}
