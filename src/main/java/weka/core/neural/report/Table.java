package weka.core.neural.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plain text in columns: names, the first one or several, to the left, figures to the right. */
public final class Table {
  private static final String BETWEEN = "  ";

  private final int names;
  private final List<String[]> rows = new ArrayList<>();
  private final Set<Integer> ruled = new HashSet<>();

  public Table(String... header) {
    this(1, header);
  }

  /** @param names columns of names */
  public Table(int names, String... header) {
    this.names = names;
    rows.add(header);
  }

  public void add(String... cells) {
    if (cells.length != rows.get(0).length) {
      throw new IllegalArgumentException("expected " + rows.get(0).length + " cells, got " + Arrays.toString(cells));
    }
    rows.add(cells);
  }

  /** A line across the table above the row that is added next, if there is one. */
  public void rule() {
    ruled.add(rows.size());
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    int width = Arrays.stream(widths).sum() + BETWEEN.length() * (widths.length - 1);
    StringBuilder s = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      s.append(ruled.contains(r) ? "-".repeat(width) + "\n" : "").append(line(rows.get(r), widths)).append('\n');
    }
    return s.toString();
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String pad = " ".repeat(widths[i] - row[i].length());
      line.append(i == 0 ? "" : BETWEEN).append(i < names ? row[i] + pad : pad + row[i]);
    }
    return line.toString().stripTrailing();
  }
}
