package weka.core.neural.sources;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.Heap;
import ruru.nn.Shape;
import weka.core.Attribute;

/**
 * The pixels of an image as attributes: row by row, within a row pixel by pixel, with the channels of a pixel adjacent.
 * r3c7 is the pixel in row 3 and column 7, both counted from 0; colours are r3c7red, r3c7green, r3c7blue. Values are
 * from 0 to 255.
 */
public final class PixelAttributes {
  private static final String[] COLOURS = {"red", "green", "blue"};
  /** With its name and its places in lists. */
  private static final long BYTES_OF_ATTRIBUTE = 256;
  private static final String REMEDY = "Use smaller images, or fewer";

  private PixelAttributes() {}

  /**
   * A row's attributes.
   *
   * @param shape height x width x 1 or 3 channels
   * @throws ruru.nn.NotEnoughMemoryException if Java's memory is too small for them
   */
  public static List<Attribute> of(Shape shape) {
    Heap.require(BYTES_OF_ATTRIBUTE * shape.size(), "a table with an attribute for each pixel of " + shape.toText(),
        REMEDY);
    List<Attribute> attributes = new ArrayList<>(shape.size());
    for (int y = 0; y < shape.dim(0); y++) {
      for (int x = 0; x < shape.dim(1); x++) {
        for (int c = 0; c < shape.channels(); c++) {
          attributes.add(new Attribute("r" + y + "c" + x + (shape.channels() == 1 ? "" : COLOURS[c])));
        }
      }
    }
    return attributes;
  }

  /**
   * Before many images are made rows of a table.
   *
   * @throws ruru.nn.NotEnoughMemoryException if Java's memory is too small for them
   */
  public static void requireMemory(int images, Shape shape) {
    Heap.require(images * (GeneratorSettings.BYTES_OF_ROW + (long) Double.BYTES * (shape.size() + 1L)),
        "a table of " + images + " images of " + shape.toText(), REMEDY);
  }

  /** Writes pixels into the first values of a row. */
  public static void write(byte[] pixels, int from, int count, double[] row) {
    for (int i = 0; i < count; i++) {
      row[i] = pixels[from + i] & 0xFF;
    }
  }
}
