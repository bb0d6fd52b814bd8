package weka.gui.explorer;

import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JButtonFixture;
import weka.gui.PropertyDialog;

/** A dialog with a property sheet, and what a user does there with keyboard and mouse. */
final class SheetWindow {
  private final Robot robot;
  private final JDialog dialog;

  private SheetWindow(Robot robot, JDialog dialog) {
    this.robot = robot;
    this.dialog = dialog;
  }

  /** The dialog that a click opened last. */
  static SheetWindow find(Robot robot) {
    waitFor("a property sheet", () -> !open().isEmpty());
    robot.waitForIdle();
    return new SheetWindow(robot, open().get(open().size() - 1));
  }

  private static List<PropertyDialog> open() {
    return GuiActionRunner.execute(() -> Arrays.stream(Window.getWindows()).filter(PropertyDialog.class::isInstance)
        .filter(Component::isShowing).map(PropertyDialog.class::cast).toList());
  }

  /** Dialogs that are neither sheets nor choosers: errors. */
  static List<String> errors() {
    return GuiActionRunner.execute(() -> Arrays.stream(Window.getWindows()).filter(JDialog.class::isInstance)
        .filter(Component::isShowing).filter(w -> !(w instanceof PropertyDialog)).map(w -> ((JDialog) w).getTitle())
        .toList());
  }

  JDialog dialog() {
    return dialog;
  }

  /** Opens a group of options. */
  SheetWindow group(String name) {
    JButton edit = GuiActionRunner.execute(() -> {
      Component label = find(dialog, JLabel.class, l -> name.equals(l.getText()));
      Component[] cells = label.getParent().getComponents();
      Container beside = (Container) cells[Arrays.asList(cells).indexOf(label) + 1];
      return (JButton) beside.getComponent(0);
    });
    int before = open().size();
    // Not with the mouse, see below; and not waiting, since the group's dialog is modal.
    SwingUtilities.invokeLater(edit::doClick);
    waitFor("the group " + name, () -> open().size() > before);
    return find(robot);
  }

  /** A click into a field, and all its text selected. */
  JTextComponent select(String property) {
    JTextComponent field = field(property);
    robot.focusAndWaitForFocusGain(field);
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressAndReleaseKey(KeyEvent.VK_A);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    robot.waitForIdle();
    return field;
  }

  /** Opens the list below the field that has the focus, and walks down it to a suggestion. */
  void walkSuggestions(String property, String suggestion) {
    JComboBox<?> choice = GuiActionRunner.execute(() -> named(JComboBox.class, property));
    JList<?> list = ((ComboPopup) choice.getAccessibleContext().getAccessibleChild(0)).getList();
    key(KeyEvent.VK_DOWN);
    waitFor("the list of " + property, list::isShowing);
    for (int i = 0; i <= list.getModel().getSize(); i++) {
      int row = GuiActionRunner.execute(list::getSelectedIndex);
      if (suggestion.equals(GuiActionRunner.execute(() -> list.getSelectedValue()))) {
        return;
      }
      key(KeyEvent.VK_DOWN);
      waitFor("the next row in the list of " + property, () -> list.getSelectedIndex() != row);
    }
    throw new AssertionError("'" + suggestion + "' is not among the suggestions for " + property);
  }

  void expectClosed(String property) {
    waitFor("the end of the list of " + property, () -> GuiActionRunner.execute(
        () -> !named(JComboBox.class, property).isPopupVisible()));
  }

  void key(int key) {
    robot.pressAndReleaseKey(key, 0);
    robot.waitForIdle();
  }

  /** Types where the focus is. */
  void type(String text) {
    for (char c : text.toCharArray()) {
      robot.type(c);
      robot.waitForIdle();
    }
  }

  String text(String property) {
    JTextComponent field = field(property);
    return GuiActionRunner.execute(() -> field.getText());
  }

  /** Waits until the keys have arrived. */
  void expectText(String property, String text) {
    waitFor("'" + text + "' in " + property + ", where there was '" + text(property) + "'",
        () -> text(property).equals(text));
  }

  /** What stands below a field. */
  String remark(String property) {
    return GuiActionRunner.execute(() -> find(named(JComboBox.class, property).getParent().getParent(), JTextArea.class,
        a -> true).getText());
  }

  /** Not with the mouse, for the reason that {@link ExplorerWindow#confirm} gives. */
  void click(String button) {
    ExplorerWindow.confirm(new JButtonFixture(robot, GuiActionRunner.execute(
        () -> find(dialog, JButton.class, b -> button.equals(b.getText())))));
  }

  private JTextComponent field(String property) {
    return GuiActionRunner.execute(() -> named(JTextComponent.class, property));
  }

  private <T extends Component> T named(Class<T> type, String property) {
    return find(dialog, type, c -> property.equals(c.getName()));
  }

  /** Not with the robot, which forgets a dialog that has been closed and is then opened again. */
  private static <T extends Component> T find(Container in, Class<T> type, Predicate<T> wanted) {
    T found = search(in, type, wanted);
    if (found == null) {
      throw new AssertionError("there is no such " + type.getSimpleName() + " in " + in);
    }
    return found;
  }

  private static <T extends Component> T search(Container in, Class<T> type, Predicate<T> wanted) {
    for (Component c : in.getComponents()) {
      if (type.isInstance(c) && wanted.test(type.cast(c))) {
        return type.cast(c);
      }
      T found = c instanceof Container inner ? search(inner, type, wanted) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
