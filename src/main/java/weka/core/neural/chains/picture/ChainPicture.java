package weka.core.neural.chains.picture;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.svg.SVGGraphics2D;
import ruru.data.AtomicFile;
import ruru.data.PngFile;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.neural.chains.ChainClassifier;
import weka.core.neural.chains.SequenceReader;

/** Writes a picture with the chain of each class, side by side. */
public final class ChainPicture {
  /** Pixels of a PNG for a point, so that it is sharp in print. */
  private static final int SCALE = 2;
  private static final int SIDE = 460;
  private static final int TITLE = 28;
  private static final int COLUMNS = 3;
  /** More chains would be too small to be read. */
  private static final int MOST_CLASSES = 12;

  private ChainPicture() {}

  /**
   * @return the file
   * @throws IllegalArgumentException if its name ends in neither .svg nor .png
   */
  public static Path requireKind(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new IllegalArgumentException("option -draw: expected a file that ends in .svg or .png, got '"
          + Excerpt.of(file.toString()) + "'");
    }
    return file;
  }

  /** @throws IOException if the file cannot be written */
  public static void write(ChainClassifier chains, SequenceReader reader, Attribute classes, Path file)
      throws IOException {
    List<Integer> known = IntStream.range(0, classes.numValues()).filter(chains::knows).limit(MOST_CLASSES).boxed()
        .toList();
    int columns = Math.max(1, Math.min(COLUMNS, known.size()));
    Dimension size = new Dimension(columns * SIDE, (known.size() + columns - 1) / columns * (SIDE + TITLE));
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      SVGGraphics2D graphics = new SVGGraphics2D(size.width, size.height);
      draw(graphics, size, chains, reader, classes, known);
      AtomicFile.write(file, out -> out.write(graphics.getSVGDocument().getBytes(StandardCharsets.UTF_8)));
      return;
    }
    BufferedImage image =
        new BufferedImage(SCALE * size.width, SCALE * size.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    draw(graphics, size, chains, reader, classes, known);
    graphics.dispose();
    PngFile.write(image, file);
  }

  private static void draw(Graphics2D g, Dimension size, ChainClassifier chains, SequenceReader reader,
      Attribute classes, List<Integer> known) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, size.width, size.height);
    int columns = size.width / SIDE;
    for (int i = 0; i < known.size(); i++) {
      int left = i % columns * SIDE;
      int top = i / columns * (SIDE + TITLE);
      g.setColor(Color.BLACK);
      g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
      g.drawString(Excerpt.of(classes.name(), 20) + " " + Excerpt.of(classes.value(known.get(i)), 20), left + 16,
          top + 20);
      ChainGraph.of(chains, reader, known.get(i)).draw(g, left, top + TITLE, SIDE);
    }
  }
}
