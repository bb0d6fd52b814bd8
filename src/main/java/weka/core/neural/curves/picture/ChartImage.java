package weka.core.neural.curves.picture;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jspecify.annotations.Nullable;

/** A chart as the bytes of a picture file. */
public final class ChartImage {
  /** Pixels of a PNG for one of the size, so that it is sharp in print. */
  private static final int SCALE = 2;

  private ChartImage() {}

  /**
   * As PNG or SVG, which the file's name decides; null if it ends in neither .png nor .svg.
   *
   * @param size in points
   */
  public static byte @Nullable [] of(JFreeChart chart, Dimension size, String file) throws IOException {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".png") ? png(chart, size) : name.endsWith(".svg") ? svg(chart, size) : null;
  }

  private static byte[] png(JFreeChart chart, Dimension size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChartUtils.writeScaledChartAsPNG(out, chart, size.width, size.height, SCALE, SCALE);
    return out.toByteArray();
  }

  private static byte[] svg(JFreeChart chart, Dimension size) {
    SVGGraphics2D graphics = new SVGGraphics2D(size.width, size.height);
    chart.draw(graphics, new Rectangle(size.width, size.height));
    return graphics.getSVGDocument().getBytes(StandardCharsets.UTF_8);
  }
}
