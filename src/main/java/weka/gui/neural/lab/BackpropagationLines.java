package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.BackpropagationTable.Line;

/** The numbers of one row's backpropagation as a table. */
final class BackpropagationLines extends JTable {
  private static final long serialVersionUID = 1;
  private static final String[] COLUMNS = {"", "value", "gradient", "update", "how it comes about"};
  private static final int[] WIDTHS = {140, 78, 78, 78, 300};

  private final transient Model lines;

  BackpropagationLines() {
    this(new Model());
  }

  private BackpropagationLines(Model lines) {
    super(lines);
    this.lines = lines;
    setPreferredScrollableViewportSize(new Dimension(320, 150));
    setName("backpropagation table");
    getAccessibleContext().setAccessibleName("outputs, gradients and updates of one row");
    DefaultTableCellRenderer figures = new DefaultTableCellRenderer();
    figures.setHorizontalAlignment(SwingConstants.TRAILING);
    for (int i = 0; i < WIDTHS.length; i++) {
      getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
      if (i > 0 && i < WIDTHS.length - 1) {
        getColumnModel().getColumn(i).setCellRenderer(figures);
        getColumnModel().getColumn(i).setMinWidth(WIDTHS[i]);
      }
    }
  }

  void show(List<Line> now) {
    lines.set(now);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent e) {
    int row = rowAtPoint(e.getPoint());
    return row < 0 ? null : lines.row(row).what() + ": " + lines.row(row).how();
  }

  private static final class Model extends RowsModel<Line> {
    private static final long serialVersionUID = 1;

    Model() {
      super(COLUMNS);
    }

    @Override
    String cell(Line line, int column) {
      return switch (column) {
        case 0 -> line.what();
        case 1 -> number(line.value());
        case 2 -> number(line.gradient());
        case 3 -> number(line.update());
        default -> line.how();
      };
    }

    private static String number(double d) {
      return Double.isNaN(d) ? "" : String.format(Locale.ROOT, "%.5g", d);
    }
  }
}
