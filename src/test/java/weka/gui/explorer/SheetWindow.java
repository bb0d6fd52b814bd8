package weka.gui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static weka.gui.explorer.ExplorerWindow.waitFor;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.JButtonFixture;
import weka.gui.PropertyDialog;

/** A dialog with a property sheet, and what a user does there with keyboard and mouse. */
final class SheetWindow {
  /** On a screen of 768 lines, of which a task bar takes some. */
  private static final int HIGHEST = 720;

  private final Robot robot;
  private final JDialog dialog;

  private SheetWindow(Robot robot, JDialog dialog) {
    this.robot = robot;
    this.dialog = dialog;
  }

  /** The dialog that a click opened last. */
  static SheetWindow find(Robot robot) {
    // Escape closes a tip first, where the mouse happens to bring one up.
    ToolTipManager.sharedInstance().setEnabled(false);
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

  /** The names of the groups of options. */
  List<String> groups() {
    return GuiActionRunner.execute(() -> all(dialog, JLabel.class)
        .filter(label -> beside(label) instanceof Container c && c.getComponentCount() == 1
            && c.getComponent(0) instanceof JButton)
        .map(JLabel::getText).toList());
  }

  /** What stands to the right of a property's name. */
  private static Component beside(JLabel name) {
    List<Component> cells = Arrays.asList(name.getParent().getComponents());
    int next = cells.indexOf(name) + 1;
    return next < cells.size() ? cells.get(next) : null;
  }

  /** Opens a group of options. */
  SheetWindow group(String name) {
    JButton edit = GuiActionRunner.execute(() -> find((Container) beside(
        find(dialog, JLabel.class, l -> name.equals(l.getText()))), JButton.class, b -> true));
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
  void walkSuggestions(String property, Object suggestion) {
    JComboBox<?> choice = choice(property);
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
    JComboBox<?> choice = choice(property);
    waitFor("the end of the list of " + property, () -> GuiActionRunner.execute(() -> !choice.isPopupVisible()));
  }

  /** All of it, with OK, is on the screen, and nothing must be scrolled; or soon will be. */
  void requireFits() {
    Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    waitFor("a sheet without scroll bars on a screen of " + screen + ", in place of " + dialog,
        () -> GuiActionRunner.execute(() -> screen.contains(dialog.getBounds())
            && all(dialog, JScrollBar.class).noneMatch(Component::isVisible)));
    assertThat(dialog.getHeight()).as("height of '%s'", dialog.getTitle()).isLessThan(HIGHEST);
  }

  void focusChoice(String property) {
    robot.focusAndWaitForFocusGain(choice(property));
  }

  /** A key that is no character, sent to what has the focus: on its way through the window system some got lost. */
  void key(int key) {
    GuiActionRunner.execute(() -> {
      Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
      for (int id : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        owner.dispatchEvent(new KeyEvent(owner, id, System.currentTimeMillis(), 0, key, KeyEvent.CHAR_UNDEFINED));
      }
    });
  }

  /** Types in place of what is selected in a field, and after every key waits for it and looks for a dialog. */
  void typeInto(String property, String text) {
    for (int i = 1; i <= text.length(); i++) {
      robot.type(text.charAt(i - 1));
      expectText(property, text.substring(0, i));
      List<String> errors = errors();
      if (!errors.isEmpty()) {
        throw new AssertionError("after '" + text.substring(0, i) + "' in " + property + " a dialog: " + errors);
      }
    }
  }

  /** Types where the focus is. */
  void type(String text) {
    for (char c : text.toCharArray()) {
      robot.type(c);
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

  private JComboBox<?> choice(String property) {
    return GuiActionRunner.execute(() -> find((Container) beside(
        find(dialog, JLabel.class, l -> property.equals(l.getText()))), JComboBox.class, c -> true));
  }

  /** What stands below a field. */
  String remark(String property) {
    return GuiActionRunner.execute(() -> find((Container) beside(
        find(dialog, JLabel.class, l -> property.equals(l.getText()))), JTextArea.class, a -> true).getText());
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
    return all(in, type).filter(wanted).findFirst()
        .orElseThrow(() -> new AssertionError("there is no such " + type.getSimpleName() + " in " + in));
  }

  private static <T extends Component> Stream<T> all(Container in, Class<T> type) {
    return Stream.of(in.getComponents()).flatMap(c -> Stream.concat(type.isInstance(c) ? Stream.of(type.cast(c))
        : Stream.of(), c instanceof Container inner ? all(inner, type) : Stream.of()));
  }
}
