package weka.gui.neural;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import weka.gui.GenericObjectEditor.GOEPanel;
import weka.gui.PropertyDialog;
import weka.gui.PropertySheetPanel;

/**
 * Makes the dialog of a group of properties do what its buttons say. Weka (3.8.6 to 3.9.7) builds it from the same
 * parts as the dialog of a whole scheme, but it edits the scheme of the sheet it was opened from in place. There
 * "Cancel" undoes nothing the first time; after an "OK" it continues with a copy, and what is set then is lost.
 * "Open..." switches to a copy at once.
 */
final class GroupSheet {
  private GroupSheet() {}

  /**
   * Prepares the dialog if there is one and it shows a group; called by each of its editors when it appears.
   *
   * @param component the editor's component
   * @param restore restores the value that the editor had when the dialog was opened
   */
  static void arrange(JComponent component, Runnable restore) {
    PropertySheetPanel sheet =
        (PropertySheetPanel) SwingUtilities.getAncestorOfClass(PropertySheetPanel.class, component);
    Container buttons = SwingUtilities.getAncestorOfClass(GOEPanel.class, component);
    if (sheet == null || buttons == null || sheet.getPropertyGroupingCategory().isEmpty()
        || !(SwingUtilities.getWindowAncestor(component) instanceof PropertyDialog dialog)) {
      return;
    }
    dialog.setTitle(sheet.getPropertyGroupingCategory());
    buttons(buttons).filter(titled("Open...")).forEach(open -> open.getParent().remove(open));
    buttons(buttons).filter(titled("Cancel")).forEach(cancel -> {
      Stream.of(cancel.getActionListeners()).filter(l -> !(l instanceof Restorer r && r.editor() != component))
          .forEach(cancel::removeActionListener);
      cancel.addActionListener(new Restorer(component, restore, dialog));
    });
  }

  private static Predicate<JButton> titled(String text) {
    return button -> text.equals(button.getText());
  }

  private static Stream<JButton> buttons(Container container) {
    return Stream.of(container.getComponents()).flatMap(c -> c instanceof JButton b ? Stream.of(b)
        : c instanceof Container inner && !(c instanceof PropertySheetPanel) ? buttons(inner) : Stream.of());
  }

  /** What "Cancel" does for one editor. */
  private record Restorer(Component editor, Runnable restore, Window dialog) implements ActionListener {
    @Override
    public void actionPerformed(ActionEvent e) {
      restore.run();
      dialog.dispose();
    }
  }
}
