package weka.gui.neural.lab;

import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.images.FloatImage;

/**
 * Pictures in sections, one below the other, as {@link PictureGrid} draws them.
 *
 * @param sections in order
 */
record PictureSheet(List<Section> sections) {
  static final PictureSheet EMPTY = new PictureSheet(List.of());

  /** @param bars to the right of the pictures */
  record Section(String title, List<Picture> pictures, List<Bar> bars) {
    Section(String title, List<Picture> pictures) {
      this(title, pictures, List.of());
    }
  }

  /**
   * A picture.
   *
   * @param side    of the longer side, in pixels of the drawing
   * @param caption below it; empty for none
   * @param text    what it is, in a sentence
   * @param numbers that are said under the mouse; null for none
   * @param row     of the data that it shows; -1 if it shows none
   */
  record Picture(BufferedImage image, int side, String caption, String text, @Nullable FloatImage numbers, int row) {
    int width() {
      return Math.max(1, Math.round(side * (float) image.getWidth() / Math.max(image.getWidth(), image.getHeight())));
    }

    int height() {
      return Math.max(1, Math.round(side * (float) image.getHeight() / Math.max(image.getWidth(), image.getHeight())));
    }
  }

  /**
   * The probability of a class.
   *
   * @param actual whether it is the right one
   */
  record Bar(String name, double value, boolean actual) {}

  /** All pictures in order. */
  List<Picture> pictures() {
    return sections.stream().flatMap(s -> s.pictures().stream()).toList();
  }

  /** The side of a drawing of so many pixels: whole pixels of equal size where there are few. */
  static int side(int pixels, int wanted) {
    return pixels > wanted ? wanted : pixels * Math.max(1, Math.round(wanted / (float) pixels));
  }
}
