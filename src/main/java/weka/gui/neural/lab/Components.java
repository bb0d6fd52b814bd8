package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Finds and makes components, and their texts. */
final class Components {
  /** In place of a mnemonic, where every letter of the text is taken. */
  static final char NO_KEY = '\0';

  private Components() {}

  /** Components beside each other that stay in one line. */
  static JPanel together(Component... parts) {
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 2, 0));
    for (Component part : parts) {
      line.add(part);
    }
    return line;
  }

  /**
   * The first component of a type within a container.
   *
   * @throws IllegalStateException if there is none
   */
  static <T extends Component> T first(Container container, Class<T> type) {
    T found = find(container, type);
    if (found == null) {
      throw new IllegalStateException("this Weka's " + container.getClass().getSimpleName() + " has no "
          + type.getSimpleName());
    }
    return found;
  }

  private static <T extends Component> @Nullable T find(Container container, Class<T> type) {
    for (Component c : container.getComponents()) {
      if (type.isInstance(c)) {
        return type.cast(c);
      }
      T found = c instanceof Container inner ? find(inner, type) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Does something when a key is pressed in a component that has the focus. */
  static void onKey(JComponent component, String stroke, Runnable action) {
    component.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
    component.getActionMap().put(stroke, new AbstractAction() {
      private static final long serialVersionUID = 1;

      @Override
      public void actionPerformed(ActionEvent e) {
        action.run();
      }
    });
  }

  /**
   * A button.
   *
   * @param name of the component
   * @param mnemonic the key that presses it, together with Alt
   */
  static JButton button(String name, String text, char mnemonic, String tip, Runnable action) {
    JButton button = new JButton(text);
    button.addActionListener(e -> action.run());
    return named(button, name, mnemonic, tip);
  }

  static <T extends AbstractButton> T named(T button, String name, char mnemonic, String tip) {
    button.setName(name);
    button.setMnemonic(mnemonic);
    button.setToolTipText(tip);
    button.getAccessibleContext().setAccessibleDescription(tip);
    return button;
  }

  /** A label that belongs to a component. */
  static JLabel label(String text, char mnemonic, Component of) {
    JLabel label = new JLabel(text);
    label.setDisplayedMnemonic(mnemonic);
    label.setLabelFor(of);
    of.getAccessibleContext().setAccessibleName(text);
    return label;
  }

  /** A text of several lines, which scrolls where it is longer. */
  static JScrollPane scrolled(JTextArea text) {
    text.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
    return new JScrollPane(text);
  }

  /** What an exception says to the user. */
  static String sentence(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
