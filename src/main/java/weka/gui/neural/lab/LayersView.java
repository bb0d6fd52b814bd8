package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import ruru.nn.health.Diagnosis;
import ruru.nn.health.Health;
import ruru.nn.health.LayerHealth;

/** How the layers are doing, as a table, with what is wrong in sentences below it. */
final class LayersView extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String[] COLUMNS = {"layer", "units", "weights", "gradient", "update", "dead",
      "saturated", "mean", "spread"};
  private static final String[] TIPS = {"The layer's name, as in the table of the model",
      "Features of a row, or channels of a map", "Euclidean norm of the weights and biases",
      "Euclidean norm of the gradient of the loss with respect to them",
      "What one update changes, beside the weights: about 0.001 is usual",
      "Units whose output does not depend on their input, for any of the rows",
      "Outputs near a bound, where the slope is below 5 % of the steepest", "Mean of the outputs",
      "Standard deviation of the outputs between rows"};
  private static final int LINES = 4;

  private final Model model = new Model();
  private final JTable table = new JTable(model) {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
      int column = columnAtPoint(e.getPoint());
      return column < 0 ? null : TIPS[convertColumnIndexToModel(column)];
    }
  };
  private final JTextArea verdict = new JTextArea(LINES, 0);
  private transient List<Health> history = new ArrayList<>();

  LayersView() {
    super(new BorderLayout(0, 6));
    table.setName("layers");
    table.getAccessibleContext().setAccessibleName("how the layers are doing");
    table.setFillsViewportHeight(true);
    table.setDefaultRenderer(Object.class, new Cells());
    verdict.setName("verdict");
    verdict.getAccessibleContext().setAccessibleName("what is wrong with the layers");
    verdict.setEditable(false);
    verdict.setLineWrap(true);
    verdict.setWrapStyleWord(true);
    verdict.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));
    add(new JScrollPane(table), BorderLayout.CENTER);
    add(new JScrollPane(verdict), BorderLayout.SOUTH);
    forget();
  }

  /** A new training begins. */
  void forget() {
    history = new ArrayList<>();
    model.set(List.of());
    verdict.setText("Start a training to see how its layers are doing.");
  }

  /** Shows a later moment of the training. */
  void show(Health now) {
    // The first moments and the latest: in between, one is as good as another.
    if (history.size() > 2) {
      history.remove(history.size() - 1);
    }
    history.add(now);
    model.set(now.layers());
    List<String> found = Diagnosis.of(history);
    String text = found.isEmpty() ? "Nothing is wrong: no layer is without a gradient, saturated, or dead."
        : String.join("\n", found);
    if (!text.equals(verdict.getText())) {
      verdict.setText(text);
      verdict.setCaretPosition(0);
    }
  }

  /** What a layer's name says beside its numbers: whether something is wrong with it. */
  private static boolean isIll(LayerHealth layer) {
    return layer.isActivation() && layer.dead() > 0 && 10 * layer.dead() >= layer.units() || layer.saturated() > 0.5;
  }

  private static final class Model extends RowsModel<LayerHealth> {
    private static final long serialVersionUID = 1;

    Model() {
      super(COLUMNS);
    }

    @Override
    String cell(LayerHealth l, int column) {
      return switch (column) {
        case 0 -> (isIll(l) ? "! " : "") + l.name();
        case 1 -> Integer.toString(l.units());
        case 2 -> number(l.weights());
        case 3 -> number(l.gradient());
        case 4 -> number(l.change());
        case 5 -> l.isActivation() ? Integer.toString(l.dead()) : "";
        case 6 -> Double.isNaN(l.saturated()) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * l.saturated());
        case 7 -> number(l.mean());
        default -> number(l.deviation());
      };
    }

    private static String number(double d) {
      return Double.isNaN(d) ? "" : String.format(Locale.ROOT, "%.2g", d);
    }
  }

  /** Figures to the right; what is ill is marked. */
  private static final class Cells extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focus, int row,
        int column) {
      super.getTableCellRendererComponent(table, value, selected, focus, row, column);
      setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.TRAILING);
      if (!selected) {
        boolean ill = table.getValueAt(row, 0).toString().startsWith("!");
        setBackground(ill ? Palette.mixed(Palette.paper(), Palette.series(1), 0.35) : table.getBackground());
      }
      return this;
    }
  }
}
