package ruru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A file of the source is short enough to be read at once, and each of its lines on one screen. */
class SourceTest {
  private static final Path SOURCE = Path.of("src");
  private static final int COLUMNS = 120;
  private static final int LINES = 500;

  @Test
  void filesAndLinesAreShort() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SOURCE), "skipped: there is no source beside the tests");
    List<String> tooLong = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCE)) {
      files = all.filter(f -> f.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() > LINES) {
        tooLong.add(file + ": " + lines.size() + " lines");
      }
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > COLUMNS) {
          tooLong.add(file + ":" + (i + 1) + ": " + lines.get(i).length() + " columns");
        }
      }
    }
    assertTrue(files.size() > 100, files.size() + " files");
    assertEquals(List.of(), tooLong);
  }
}
