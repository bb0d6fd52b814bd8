package weka.gui.neural.lab;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import ruru.data.AtomicFile;
import ruru.nn.Network;
import weka.core.neural.training.NetworkReport;

/** Writes the drawing of a network as PNG or SVG, or the network in the dot language. */
final class DrawingFile {
  private static final int SCALE = 2;

  private DrawingFile() {}

  /**
   * The name's ending decides.
   *
   * @throws IllegalArgumentException if the name ends in none of .png, .svg and .dot
   * @throws IOException              if it cannot be written
   */
  static void write(Path file, Drawing drawing, Network network) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    byte[] bytes = name.endsWith(".png") ? png(drawing) : name.endsWith(".svg") ? bytes(svg(drawing))
        : name.endsWith(".dot") ? bytes(NetworkReport.dot(network)) : null;
    if (bytes == null) {
      throw new IllegalArgumentException("the name must end in .png or .svg for a picture, or in .dot for Graphviz");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(Drawing drawing) throws IOException {
    BufferedImage image = new BufferedImage(SCALE * drawing.getWidth(), SCALE * drawing.getHeight(),
        BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    drawing.paintComponent(g);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static String svg(Drawing drawing) {
    SVGGraphics2D g = new SVGGraphics2D(drawing.getWidth(), drawing.getHeight());
    drawing.paintComponent(g);
    return g.getSVGDocument();
  }
}
