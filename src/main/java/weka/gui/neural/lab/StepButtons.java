package weka.gui.neural.lab;

import java.awt.FlowLayout;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A number between a button that makes it smaller and one that makes it larger. */
final class StepButtons extends JPanel {
  private static final long serialVersionUID = 1;

  /** @param what is counted, for the buttons' names */
  StepButtons(String title, int value, String what, Runnable less, Runnable more) {
    super(new FlowLayout(FlowLayout.LEADING, 2, 0));
    add(new JLabel(title));
    add(button("-", "fewer " + what, less));
    JLabel number = new JLabel(Integer.toString(value));
    number.setName("number of " + what);
    add(number);
    add(button("+", "more " + what, more));
  }

  private static JButton button(String text, String name, Runnable action) {
    JButton button = new JButton(text);
    button.setName(name);
    button.setMargin(new Insets(0, 5, 0, 5));
    button.setToolTipText(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    button.getAccessibleContext().setAccessibleName(name);
    button.addActionListener(e -> action.run());
    return button;
  }
}
