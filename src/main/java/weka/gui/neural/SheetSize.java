package weka.gui.neural;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;

/**
 * Gives the dialog of a property sheet the room that it needs. Weka measures the sheet before the text at its top has
 * been wrapped, so a line or two are missing, and the notes below fields may grow: a vertical scroll bar would appear,
 * narrow the fields, and so cause a horizontal one.
 */
final class SheetSize {
  /** Room for a line or two below fields, so that the dialog seldom grows while the user types. */
  private static final int SPARE_HEIGHT = 24;
  private static final double MOST_OF_SCREEN = 0.95;

  private SheetSize() {}

  /**
   * Requests enough room before the dialog is sized.
   *
   * @param component of an editor in the sheet
   */
  static void reserve(JComponent component) {
    JScrollPane pane = pane(component);
    if (pane == null) {
      return;
    }
    Container view = (Container) pane.getViewport().getView();
    // A wrapped text knows its height only once it has its width.
    view.setSize(view.getPreferredSize());
    layOut(view);
    ask(pane, view.getPreferredSize().height);
  }

  private static void layOut(Container container) {
    container.doLayout();
    for (Component c : container.getComponents()) {
      if (c instanceof Container inner) {
        layOut(inner);
      }
    }
  }

  private static boolean ask(JScrollPane pane, int height) {
    Dimension given = pane.getPreferredSize();
    if (height <= given.height) {
      return false;
    }
    pane.setPreferredSize(new Dimension(given.width, height + SPARE_HEIGHT));
    return true;
  }

  /**
   * Enlarges the dialog when its content has grown, as far as the screen allows.
   *
   * @param component of an editor in the sheet
   */
  static void fit(JComponent component) {
    JScrollPane pane = pane(component);
    if (pane == null || !(SwingUtilities.getWindowAncestor(component) instanceof Dialog dialog)
        || !dialog.isShowing()) {
      return;
    }
    dialog.validate();
    if (ask(pane, pane.getViewport().getView().getPreferredSize().height)) {
      int highest = (int) (screen(dialog).height * MOST_OF_SCREEN);
      int wanted = Math.min(dialog.getPreferredSize().height, highest);
      if (wanted > dialog.getHeight()) {
        dialog.setSize(dialog.getWidth(), wanted);
        dialog.validate();
        moveOntoScreen(dialog);
      }
    }
  }

  /** For a dialog that has just opened, which may extend beyond the screen; later it stays where the user puts it. */
  static void opened(JComponent component) {
    fit(component);
    if (SwingUtilities.getWindowAncestor(component) instanceof Dialog dialog && dialog.isShowing()) {
      moveOntoScreen(dialog);
    }
  }

  private static JScrollPane pane(JComponent component) {
    return (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, component);
  }

  private static void moveOntoScreen(Component window) {
    Rectangle screen = screen(window);
    int right = screen.x + screen.width - window.getWidth();
    int bottom = screen.y + screen.height - window.getHeight();
    window.setLocation(Math.max(screen.x, Math.min(window.getX(), right)),
        Math.max(screen.y, Math.min(window.getY(), bottom)));
  }

  /** The screen without task bars. */
  private static Rectangle screen(Component window) {
    Rectangle screen = window.getGraphicsConfiguration().getBounds();
    Insets taken = window.getToolkit().getScreenInsets(window.getGraphicsConfiguration());
    return new Rectangle(screen.x + taken.left, screen.y + taken.top, screen.width - taken.left - taken.right,
        screen.height - taken.top - taken.bottom);
  }
}
