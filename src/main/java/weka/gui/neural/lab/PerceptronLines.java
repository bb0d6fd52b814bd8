package weka.gui.neural.lab;

import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;
import weka.core.neural.perceptron.PerceptronStep;

/** The steps of the perceptron rule as the lines of a table. */
final class PerceptronLines extends AbstractTableModel {
  private static final long serialVersionUID = 1;
  private static final String[] COLUMNS = {"step", "pass", "x0", "x1", "x2", "<html>desired<br>output",
      "<html>net<br>input", "output", "error", "<html>change<br>of w0", "<html>change<br>of w1",
      "<html>change<br>of w2",
      "<html>new<br>w0", "<html>new<br>w1", "<html>new<br>w2"};
  private static final String[] TIPS = {"Number of the step", "Pass over all rows",
      "The bias input, which is always 1; its weight is w0", "First input", "Second input",
      "The output that the row should have", "Net input: w0 + w1 x1 + w2 x2, with the weights of the line above",
      "1 if the net input is above 0, otherwise 0", "Desired output - output", "rate * error * 1", "rate * error * x1",
      "rate * error * x2", "w0 after the step", "w1 after the step", "w2 after the step"};
  /** Lines that are shown; earlier ones are left out. */
  private static final int MOST = 2000;

  private transient List<PerceptronStep> steps = List.of();

  void show(List<PerceptronStep> now) {
    steps = List.copyOf(now.subList(Math.max(0, now.size() - MOST), now.size()));
    fireTableDataChanged();
  }

  /** What a column means. */
  static String tip(int column) {
    return TIPS[column];
  }

  @Nullable
  PerceptronStep step(int line) {
    return line < 0 || line >= steps.size() ? null : steps.get(line);
  }

  @Override
  public int getRowCount() {
    return steps.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.length;
  }

  @Override
  public String getColumnName(int column) {
    return COLUMNS[column];
  }

  @Override
  public Object getValueAt(int line, int column) {
    PerceptronStep s = steps.get(line);
    return switch (column) {
      case 0 -> Integer.toString(s.number());
      case 1 -> Integer.toString(s.pass());
      case 2 -> "1";
      case 3 -> s.row().x1().toPlainString();
      case 4 -> s.row().x2().toPlainString();
      case 5 -> Integer.toString(s.row().desired());
      case 6 -> s.net().toPlainString();
      case 7 -> Integer.toString(s.output());
      case 8 -> Integer.toString(s.error());
      case 9 -> s.change().bias().toPlainString();
      case 10 -> s.change().first().toPlainString();
      case 11 -> s.change().second().toPlainString();
      case 12 -> s.weights().bias().toPlainString();
      case 13 -> s.weights().first().toPlainString();
      default -> s.weights().second().toPlainString();
    };
  }
}
