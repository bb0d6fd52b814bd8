package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JComponent;

/** Scrolls to whatever gets the focus, for those who work with the keys. */
final class ScrollToFocus extends FocusAdapter {
  private ScrollToFocus() {}

  /** For all that a container holds now. */
  static void within(Container container) {
    ScrollToFocus listener = new ScrollToFocus();
    for (Component c : container.getComponents()) {
      c.addFocusListener(listener);
      if (c instanceof Container inner) {
        within(inner);
      }
    }
  }

  @Override
  public void focusGained(FocusEvent e) {
    // Not under the mouse: what is pressed must still be there when it is released.
    boolean byKey = e.getCause() == FocusEvent.Cause.TRAVERSAL_FORWARD
        || e.getCause() == FocusEvent.Cause.TRAVERSAL_BACKWARD;
    if (byKey && e.getComponent() instanceof JComponent c) {
      c.scrollRectToVisible(new Rectangle(c.getSize()));
    }
  }
}
