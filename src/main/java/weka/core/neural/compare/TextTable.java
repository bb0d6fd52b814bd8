package weka.core.neural.compare;

import java.util.Locale;
import weka.core.neural.report.Table;

/**
 * Prints a table for the console in the Experimenter's layout. Weka's ResultMatrixPlainText would truncate the names of
 * schemes and data sets to the width of the figures.
 */
final class TextTable {
  /** Room for the mark that follows a figure. */
  private static final String BETWEEN = "  ";

  private TextTable() {}

  static String write(ResultTable table) {
    Table text = new Table(header(table));
    text.rule();
    for (int row = 0; row < table.dataSets().size(); row++) {
      text.add(figures(table, row));
    }
    if (table.schemes().size() > 1) {
      text.rule();
      text.add(counts(table));
    }
    return text.toString();
  }

  private static String[] header(ResultTable table) {
    String[] cells = new String[table.schemes().size() + 1];
    cells[0] = "Data set (folds)";
    for (int i = 1; i < cells.length; i++) {
      cells[i] = table.schemes().get(i - 1) + BETWEEN;
    }
    return barred(cells);
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
    return barred(cells);
  }

  private static String[] counts(ResultTable table) {
    String[] cells = new String[table.schemes().size() + 1];
    cells[0] = "better/same/worse";
    cells[1] = "";
    for (int i = 2; i < cells.length; i++) {
      cells[i] = table.count(i - 1, "better") + "/" + table.count(i - 1, "no difference") + "/"
          + table.count(i - 1, "worse") + BETWEEN;
    }
    return barred(cells);
  }

  /** A bar after the base. */
  private static String[] barred(String[] cells) {
    cells[1] += "|";
    return cells;
  }
}
