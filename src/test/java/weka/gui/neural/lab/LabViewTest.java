package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Component;
import java.awt.Container;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jfree.chart.axis.ValueAxis;
import org.junit.jupiter.api.Test;

/** The lab without a window: its parts are made without a display, too. */
class LabViewTest {
  private static void onEventThread(Runnable work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work, null);
    SwingUtilities.invokeLater(task);
    task.get();
  }

  private static JTabbedPane pages(LabDesk desk) {
    return Components.first(desk, JTabbedPane.class);
  }

  /** The window of its own has all that the tab has, and two buttons more. */
  @Test
  void noTwoControlsThatAreShownTogetherHaveTheSameKey() throws Exception {
    onEventThread(() -> {
      LabDesk desk = new LabDesk();
      JTabbedPane pages = pages(desk);
      assertThat(pages.getTabCount()).isGreaterThan(6);
      for (int page = 0; page < pages.getTabCount(); page++) {
        pages.setSelectedIndex(page);
        Map<Integer, String> keys = new HashMap<>();
        collect(desk, pages.getTitleAt(page), keys);
        assertThat(keys).hasSizeGreaterThan(15);
      }
      for (String room : new String[] {"room playground", "room perceptron"}) {
        button(desk, room).doClick();
        Map<Integer, String> keys = new HashMap<>();
        collect(desk, room, keys);
        assertThat(keys).hasSizeGreaterThan(8);
      }
    });
  }

  private static AbstractButton button(Container container, String name) {
    for (Component c : container.getComponents()) {
      if (c instanceof AbstractButton button && name.equals(c.getName())) {
        return button;
      } else if (c instanceof Container inner && button(inner, name) != null) {
        return button(inner, name);
      }
    }
    return null;
  }

  private static void collect(Container container, String page, Map<Integer, String> keys) {
    for (Component c : container.getComponents()) {
      if (c instanceof Container inner && c.isVisible() && (!(container instanceof JTabbedPane pages)
          || c.equals(pages.getSelectedComponent()))) {
        collect(inner, page, keys);
      }
      int key = c instanceof AbstractButton button ? button.getMnemonic()
          : c instanceof JLabel label ? label.getDisplayedMnemonic() : 0;
      String text = c instanceof AbstractButton button ? button.getText() : c instanceof JLabel l ? l.getText() : "";
      if (key != 0) {
        assertNull(keys.put(key, text), "page " + page + ": '" + text + "' has the key of another control, "
            + (char) key);
        // The tips of the rooms' buttons say their digits.
        assertThat(Character.isDigit(key) ? ((JComponent) c).getToolTipText() : text.toUpperCase(Locale.ROOT))
            .as("a text that shows its key").contains(String.valueOf((char) key));
      }
    }
  }

  @Test
  void theAxisOfEpochsBeginsAtZeroAndHasDifferentTicks() throws Exception {
    onEventThread(() -> {
      CurveView view = new CurveView("losses", "loss");
      view.show(List.of(new Line("run 1", 0, 0, new double[] {0}, new double[] {0.7})));
      ValueAxis epochs = view.getChart().getXYPlot().getDomainAxis();
      assertEquals(0, epochs.getLowerBound());
      assertThat(epochs.getUpperBound()).isGreaterThanOrEqualTo(1);
    });
  }

  /** The text of the layers; the other texts are those of spinners. */
  private static JTextField layersOf(Container part) {
    JComboBox<?> choice = Components.first((Container) layersField(part), JComboBox.class);
    return (JTextField) choice.getEditor().getEditorComponent();
  }

  private static Component layersField(Container part) {
    for (Component c : part.getComponents()) {
      if (c.getClass().getSimpleName().equals("SuggestionField")) {
        return c;
      }
      if (c instanceof Container inner && layersField(inner) != part) {
        Component found = layersField(inner);
        if (found != inner) {
          return found;
        }
      }
    }
    return part;
  }

  @Test
  void layersThatAreNoNetworkAreNotTrainedAsTheOnesBefore() throws Exception {
    onEventThread(() -> {
      LabSetup setup = new LabSetup("open data first");
      AtomicInteger changes = new AtomicInteger();
      setup.whenChanged(changes::incrementAndGet);
      JTextField text = layersOf(setup);
      text.setText("dense 3 relu");
      assertThatCode(setup::template).doesNotThrowAnyException();
      int before = changes.get();
      text.setText("dense 3 rel");
      assertThat(changes.get()).isGreaterThan(before);
      assertThatIllegalArgumentException().isThrownBy(setup::template)
          .withMessageStartingWith("what is typed as layers is refused: ").withMessageContaining("rel");
      text.setText("dense 3 relu, dense 2");
      assertThatCode(setup::template).doesNotThrowAnyException();
      PlaygroundNetwork playground = new PlaygroundNetwork(() -> {}, rate -> {}, said -> {});
      JTextField typed = layersOf((Container) playground.textField());
      typed.setText("dense 4 tan");
      assertThatIllegalArgumentException().isThrownBy(playground::settings).withMessageContaining("tan");
      typed.setText("dense 4 tanh");
      assertEquals("dense 4 tanh", playground.settings().layers());
    });
  }
}
