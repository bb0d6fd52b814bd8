package weka.core.neural.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a table for the console in the Experimenter's layout. Weka's ResultMatrixPlainText would cut the names of
 * schemes and data sets to the width of the figures.
 */
final class TextTable {

  private static final String BETWEEN = "  ";

  private TextTable() {}

  static String write(ResultTable table) {
    List<String[]> lines = new ArrayList<>();
    lines.add(header(table));
    for (int row = 0; row < table.dataSets().size(); row++) {
      lines.add(figures(table, row));
    }
    if (table.schemes().size() > 1) {
      lines.add(counts(table));
    }
    int[] widths = new int[table.schemes().size() + 1];
    for (String[] line : lines) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    String rule = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = join(lines.get(i), widths);
      rule = rule == null ? "-".repeat(line.length()) : rule;
      text.append(i == 1 || i == table.dataSets().size() + 1 ? rule + "\n" : "").append(line.stripTrailing())
          .append('\n');
    }
    return text.toString();
  }

  private static String[] header(ResultTable table) {
    String[] cells = new String[table.schemes().size() + 1];
    cells[0] = "Data set (folds)";
    for (int i = 1; i < cells.length; i++) {
      cells[i] = table.schemes().get(i - 1) + BETWEEN;
    }
    return cells;
  }

  private static String[] figures(ResultTable table, int row) {
    String[] cells = new String[table.schemes().size() + 1];
    int folds = 0;
    for (int i = 1; i < cells.length; i++) {
      ResultTable.Cell cell = table.cells()[row][i - 1];
      cells[i] = cell == null ? "" : String.format(Locale.ROOT, "%.2f (%5.2f) %1s".replace("2f",
          table.measure().decimals() + "f"), cell.mean(), cell.standardDeviation(), cell.mark().symbol());
      folds = cell == null ? folds : cell.count();
    }
    cells[0] = table.dataSets().get(row) + " (" + folds + ")";
    return cells;
  }

  private static String[] counts(ResultTable table) {
    String[] cells = new String[table.schemes().size() + 1];
    cells[0] = "better/same/worse";
    cells[1] = "";
    for (int i = 2; i < cells.length; i++) {
      cells[i] = table.count(i - 1, "better") + "/" + table.count(i - 1, "no difference") + "/"
          + table.count(i - 1, "worse") + BETWEEN;
    }
    return cells;
  }

  /** First column to the left, the others to the right, a bar behind the base. */
  private static String join(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String blanks = " ".repeat(widths[i] - cells[i].length());
      line.append(i == 0 ? cells[i] + blanks : BETWEEN + blanks + cells[i]).append(i == 1 ? "|" : "");
    }
    return line.toString();
  }
}
