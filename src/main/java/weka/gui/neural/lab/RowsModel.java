package weka.gui.neural.lab;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** A table with a row for each thing of a list, which changes as a whole: selection and widths of columns stay. */
abstract class RowsModel<T> extends AbstractTableModel {
  private static final long serialVersionUID = 1;

  private final String[] columns;
  private transient List<T> rows = List.of();

  RowsModel(String... columns) {
    this.columns = columns;
  }

  /** What stands in a column. */
  abstract String cell(T row, int column);

  void set(List<T> now) {
    boolean same = now.size() == rows.size() && !now.isEmpty();
    rows = now;
    if (same) {
      fireTableRowsUpdated(0, now.size() - 1);
    } else {
      fireTableDataChanged();
    }
  }

  T row(int row) {
    return rows.get(row);
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return columns.length;
  }

  @Override
  public String getColumnName(int column) {
    return columns[column];
  }

  @Override
  public Object getValueAt(int row, int column) {
    return cell(rows.get(row), column);
  }
}
