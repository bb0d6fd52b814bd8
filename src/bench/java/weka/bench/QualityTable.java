package weka.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file, one for a data set and scheme; new ones are appended as soon as they are known. */
final class QualityTable {
  private final Path file;
  private final Map<List<String>, QualityRow> rows = new LinkedHashMap<>();

  /**
   * Reads what is in the file, in our format or in that of stored rows; no file is an empty table.
   *
   * @throws IllegalArgumentException if a line is no row
   */
  QualityTable(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      boolean own = !lines.isEmpty() && lines.get(0).equals(QualityRow.HEADER);
      for (int i = own ? 1 : 0; i < lines.size(); i++) {
        add(parse(lines.get(i), own, i + 1));
      }
    }
  }

  private QualityRow parse(String line, boolean own, int number) {
    try {
      return own ? QualityRow.parse(line) : QualityRow.parseStored(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
    }
  }

  private void add(QualityRow row) {
    rows.put(List.of(row.set(), row.scheme()), row);
  }

  boolean has(String set, String scheme) {
    return rows.containsKey(List.of(set, scheme));
  }

  List<QualityRow> rows() {
    return new ArrayList<>(rows.values());
  }

  /** Writes a row behind the others. */
  synchronized void append(QualityRow row) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, QualityRow.HEADER + "\n");
    }
    Files.writeString(file, row.toLine() + "\n", StandardOpenOption.APPEND);
    add(row);
  }
}
