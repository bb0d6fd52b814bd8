package weka.gui.neural;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;

/**
 * Gives the dialog of a property sheet the room that it needs. Weka measures the sheet before the text at its top has
 * been wrapped, which then lacks a line or two: a vertical scroll bar appears, takes its width from the fields, and for
 * that a horizontal one.
 */
final class SheetSize {
  /** Spare room for what is said below fields while the user types. */
  private static final int SPARE_HEIGHT = 24;
  private static final double MOST_OF_SCREEN = 0.95;

  private SheetSize() {}

  /**
   * Enlarges the dialog in which a component stands, as far as the screen allows, and moves it onto the screen.
   *
   * @param component of an editor in the sheet, showing
   */
  static void fit(JComponent component) {
    JScrollPane pane = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, component);
    if (pane == null || !(SwingUtilities.getWindowAncestor(component) instanceof Dialog dialog)) {
      return;
    }
    if (pane.getClientProperty(SheetSize.class) == null) {
      // Once: a wrapped text takes all the width it can get, so that each time would make the dialog wider.
      pane.putClientProperty(SheetSize.class, true);
      enlarge(dialog, pane);
    }
    moveOntoScreen(dialog);
  }

  private static void enlarge(Dialog dialog, JScrollPane pane) {
    Dimension needed = pane.getViewport().getView().getPreferredSize();
    needed.height += SPARE_HEIGHT;
    // Always, so that a vertical bar never brings a horizontal one.
    needed.width += pane.getVerticalScrollBar().getPreferredSize().width;
    Dimension given = pane.getPreferredSize();
    pane.setPreferredSize(new Dimension(Math.max(needed.width, given.width), Math.max(needed.height, given.height)));
    Rectangle screen = screen(dialog);
    Dimension wanted = dialog.getPreferredSize();
    dialog.setSize(Math.min(Math.max(wanted.width, dialog.getWidth()), screen.width),
        Math.min(Math.max(wanted.height, dialog.getHeight()), (int) (screen.height * MOST_OF_SCREEN)));
    dialog.validate();
  }

  private static void moveOntoScreen(Component window) {
    Rectangle screen = screen(window);
    int right = screen.x + screen.width - window.getWidth();
    int bottom = screen.y + screen.height - window.getHeight();
    window.setLocation(Math.max(screen.x, Math.min(window.getX(), right)),
        Math.max(screen.y, Math.min(window.getY(), bottom)));
  }

  /** Without task bars. */
  private static Rectangle screen(Component window) {
    Rectangle screen = window.getGraphicsConfiguration().getBounds();
    Insets taken = window.getToolkit().getScreenInsets(window.getGraphicsConfiguration());
    return new Rectangle(screen.x + taken.left, screen.y + taken.top, screen.width - taken.left - taken.right,
        screen.height - taken.top - taken.bottom);
  }
}
