package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** The rooms of the lab that need no data. */
class RoomsTest {
  private static final String DIGITS = "123";

  private static List<Component> all(Container container) {
    List<Component> found = new ArrayList<>();
    for (Component c : container.getComponents()) {
      found.add(c);
      // Their buttons are the look and feel's.
      if (c instanceof Container inner && !(c instanceof JComboBox<?>) && !(c instanceof JSpinner)
          && !c.getClass().getName().contains("ScrollBar")) {
        found.addAll(all(inner));
      }
    }
    return found;
  }

  private static void everyControlHasANameAndAKeyOfItsOwn(Container room) {
    Map<Integer, String> keys = new HashMap<>();
    for (Component c : all(room)) {
      int key = c instanceof AbstractButton b ? b.getMnemonic() : c instanceof JLabel l ? l.getDisplayedMnemonic() : 0;
      if (key != 0) {
        assertThat(keys.put(key, String.valueOf(c.getName()))).as("the key " + (char) key + " of " + c).isNull();
        assertThat(DIGITS.indexOf(key)).as("the digits are the rooms'").isNegative();
      }
      if (c instanceof AbstractButton || c instanceof JComboBox<?> || c instanceof JSlider || c instanceof JSpinner
          || c instanceof JTable || c instanceof Drawing) {
        AccessibleContext about = c.getAccessibleContext();
        assertThat(about.getAccessibleName()).as("name of " + c).isNotBlank();
      }
    }
    assertThat(keys).hasSizeGreaterThan(5);
  }

  private static PlaygroundView playground() {
    return new PlaygroundView(new KeptModels(() -> null), data -> {});
  }

  @Test
  void everyControlOfTheRoomsHasANameAndAKeyOfItsOwn() throws Exception {
    SwingUtilities.invokeAndWait(() -> {
      everyControlHasANameAndAKeyOfItsOwn(playground());
      everyControlHasANameAndAKeyOfItsOwn(new PerceptronView());
    });
  }

  private static <T extends Component> T find(Container room, String name, Class<T> type) {
    return all(room).stream().filter(c -> name.equals(c.getName())).map(type::cast).findFirst().orElseThrow();
  }

  @Test
  void thePerceptronsTableGrowsLineByLine() throws Exception {
    SwingUtilities.invokeAndWait(() -> {
      PerceptronView view = new PerceptronView();
      JTable table = find(view, "perceptron table", JTable.class);
      find(view, "perceptron next", JButton.class).doClick();
      assertEquals(1, table.getRowCount());
      List<String> line = new ArrayList<>();
      for (int c = 0; c < table.getColumnCount(); c++) {
        line.add(table.getValueAt(0, c).toString());
      }
      assertEquals("1 1 1 0 0 0 1 1 -1 -1 0 0 0 0.5 0.5", String.join(" ", line));
      find(view, "perceptron run", JButton.class).doClick();
      assertEquals(8, table.getRowCount());
      JTextArea verdict = find(view, "perceptron verdict", JTextArea.class);
      assertThat(verdict.getText()).startsWith("Done: pass 2");
      JTextField rate = find(view, "perceptron rate", JTextField.class);
      rate.setText("0,5");
      rate.getActionListeners()[0].actionPerformed(new ActionEvent(rate, 0, ""));
      assertThat(verdict.getText()).startsWith("rate: expected a number");
      rate.setText("0.5");
      find(view, "perceptron next", JButton.class).doClick();
      assertEquals("-0.5", table.getValueAt(0, 9));
    });
  }

  @Test
  void whatIsTypedCountsWithoutEnter() throws Exception {
    SwingUtilities.invokeAndWait(() -> {
      PerceptronView view = new PerceptronView();
      JTable table = find(view, "perceptron table", JTable.class);
      find(view, "perceptron next", JButton.class).doClick();
      find(view, "perceptron rate", JTextField.class).setText("0.5");
      find(view, "perceptron run", JButton.class).doClick();
      assertEquals(12, table.getRowCount());
      find(view, "perceptron rows", JTextField.class).setText("0 0 0; 0 1 1; 1 0 1; 1 1 0");
      find(view, "perceptron next", JButton.class).doClick();
      assertEquals(1, table.getRowCount());
      assertEquals("XOR", find(view, "perceptron example", JComboBox.class).getSelectedItem());
    });
  }
}
