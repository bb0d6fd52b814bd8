package weka.gui.neural.lab;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import org.jfree.svg.SVGGraphics2D;
import ruru.data.AtomicFile;
import ruru.nn.Network;
import weka.core.neural.training.NetworkReport;

/** Writes drawings as PNG or SVG, or a network in the dot language. */
final class DrawingFile {
  private static final int SCALE = 2;
  /** Of a drawing that is written twice as large. */
  private static final int MOST_PIXELS = 8_000_000;

  private DrawingFile() {}

  /**
   * The name's ending decides.
   *
   * @throws IllegalArgumentException if the name ends in none of .png, .svg and .dot
   * @throws IOException              if it cannot be written
   */
  static void write(Path file, Drawing drawing, Network network) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    byte[] bytes = name.endsWith(".png") ? png(List.of(drawing)) : name.endsWith(".svg") ? bytes(svg(drawing))
        : name.endsWith(".dot") ? bytes(NetworkReport.dot(network)) : null;
    if (bytes == null) {
      throw new IllegalArgumentException("the name must end in .png or .svg for a picture, or in .dot for Graphviz");
    }
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * Components one below the other, as PNG.
   *
   * @throws IllegalArgumentException if the name does not end in .png
   * @throws IOException              if it cannot be written
   */
  static void writePicture(Path file, List<? extends JComponent> parts) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IllegalArgumentException("the name must end in .png");
    }
    byte[] bytes = png(parts);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(List<? extends JComponent> parts) throws IOException {
    int width = parts.stream().mapToInt(JComponent::getWidth).max().orElse(1);
    int height = parts.stream().mapToInt(JComponent::getHeight).sum();
    int scale = (long) width * height > MOST_PIXELS ? 1 : SCALE;
    BufferedImage image = new BufferedImage(scale * width, scale * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    for (JComponent part : parts) {
      part.print(g);
      g.translate(0, part.getHeight());
    }
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
