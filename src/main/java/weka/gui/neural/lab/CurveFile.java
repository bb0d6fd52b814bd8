package weka.gui.neural.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ruru.data.AtomicFile;
import weka.core.neural.curves.picture.ChartImage;

/** Writes charts as PNG or SVG, and their curves as CSV. */
final class CurveFile {
  private CurveFile() {}

  /**
   * The name's ending decides.
   *
   * @throws IllegalArgumentException if the name ends in none of .png, .svg and .csv
   * @throws IOException              if it cannot be written
   */
  static void write(Path file, CurveView view) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? csv(view.lines()).getBytes(StandardCharsets.UTF_8) : ChartImage.of(view.getChart(), view.getSize(), name);
    if (bytes == null) {
      throw new IllegalArgumentException("the name must end in .png or .svg for a picture, or in .csv for the numbers");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** A line for each point: the curve's name, epoch, value. */
  static String csv(List<Line> lines) {
    StringBuilder s = new StringBuilder("curve,epoch,value\n");
    for (Line line : lines) {
      for (int i = 0; i < line.x().length; i++) {
        s.append('"').append(line.name().replace("\"", "\"\"")).append("\",").append(line.x()[i]).append(',')
            .append(line.y()[i]).append('\n');
      }
    }
    return s.toString();
  }
}
