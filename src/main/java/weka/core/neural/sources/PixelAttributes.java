package weka.core.neural.sources;

import java.util.ArrayList;
import java.util.List;
import ruru.nn.Shape;
import weka.core.Attribute;

/**
 * The pixels of an image as attributes: row by row, within a row pixel by pixel, with the channels of a pixel adjacent.
 * r3c7 is the pixel in row 3 and column 7, both counted from 0; colours are r3c7red, r3c7green, r3c7blue. Values are
 * from 0 to 255.
 */
public final class PixelAttributes {
  private static final String[] COLOURS = {"red", "green", "blue"};

  private PixelAttributes() {}

  /** @param shape height x width x 1 or 3 channels */
  public static List<Attribute> of(Shape shape) {
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

  /** Writes pixels into the first values of a row. */
  public static void write(byte[] pixels, int from, int count, double[] row) {
    for (int i = 0; i < count; i++) {
      row[i] = pixels[from + i] & 0xFF;
    }
  }
}
