package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import ruru.data.AtomicFile;

/** Writes charts as PNG or SVG, and their curves as CSV. */
final class CurveFile {
  private static final int SCALE = 2;

  private CurveFile() {}

  /**
   * The name's ending decides.
   *
   * @throws IllegalArgumentException if the name ends in none of .png, .svg and .csv
   * @throws IOException              if it cannot be written
   */
  static void write(Path file, CurveView view) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Dimension size = view.getSize();
    byte[] bytes = name.endsWith(".png") ? png(view.getChart(), size)
        : name.endsWith(".svg") ? svg(view.getChart(), size).getBytes(StandardCharsets.UTF_8)
        : name.endsWith(".csv") ? csv(view.lines()).getBytes(StandardCharsets.UTF_8) : null;
    if (bytes == null) {
      throw new IllegalArgumentException("the name must end in .png or .svg for a picture, or in .csv for the numbers");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private static byte[] png(JFreeChart chart, Dimension size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartUtils.writeScaledChartAsPNG(out, chart, size.width, size.height, SCALE, SCALE);
    return out.toByteArray();
  }

  private static String svg(JFreeChart chart, Dimension size) {
    SVGGraphics2D graphics = new SVGGraphics2D(size.width, size.height);
    chart.draw(graphics, new Rectangle(size.width, size.height));
    return graphics.getSVGDocument();
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
