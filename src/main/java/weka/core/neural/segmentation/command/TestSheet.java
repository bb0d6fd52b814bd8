package weka.core.neural.segmentation.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import ruru.data.PngFile;
import ruru.data.UnscaledImage;
import ruru.nn.Shape;

/**
 * A picture: in each row an image, its mask and the predicted mask, from the best prediction to the worst. Small images
 * are enlarged by a whole number; of large ones it shows every second pixel, or every third, and so on, of each row and
 * column.
 */
final class TestSheet {
  private static final int GAP = 4;
  private static final int COLUMNS = 3;
  private static final int CHANNELS = 3;
  /** An image is enlarged as long as its longest side stays within this. */
  private static final int SMALLEST = 128;
  /** The longest side in the picture. */
  private static final int LONGEST = 512;
  private static final byte WHITE = (byte) 255;

  private final byte[] pixels;
  private final int width;

  private TestSheet(int height, int width) {
    this.width = width;
    pixels = new byte[height * width * CHANNELS];
    Arrays.fill(pixels, WHITE);
  }

  /** @param most rows; of more images, the best, the worst and evenly chosen ones between */
  static void write(List<TestedImage> tested, int most, Path file) throws IOException {
    List<TestedImage> sorted = new ArrayList<>(tested);
    sorted.sort(Comparator.comparingDouble((TestedImage t) -> t.confusion().meanIou()).reversed());
    int count = Math.min(most, sorted.size());
    int height = 0;
    int column = 0;
    List<TestedImage> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TestedImage image = sorted.get(count == 1 ? 0 : i * (sorted.size() - 1) / (count - 1));
      drawn.add(image);
      Zoom zoom = Zoom.of(image.image());
      height += zoom.drawn(image.image().height()) + GAP;
      column = Math.max(column, zoom.drawn(image.image().width()) + GAP);
    }
    TestSheet sheet = new TestSheet(height - GAP, COLUMNS * column - GAP);
    int top = 0;
    for (TestedImage image : drawn) {
      UnscaledImage given = image.image();
      sheet.draw(colour(given), given, top, 0);
      sheet.draw(image.classes().colours(image.truth()), given, top, column);
      sheet.draw(image.classes().colours(image.predicted()), given, top, 2 * column);
      top += Zoom.of(given).drawn(given.height()) + GAP;
    }
    PngFile.write(sheet.pixels, Shape.of(height - GAP, sheet.width, CHANNELS), file);
  }

  private static byte[] colour(UnscaledImage image) {
    if (image.channels() == CHANNELS) {
      return image.pixels();
    }
    byte[] result = new byte[CHANNELS * image.pixels().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = image.pixels()[i / CHANNELS];
    }
    return result;
  }

  /**
   * How large an image is drawn.
   *
   * @param times pixels of the picture in a row for one of the image
   * @param step  from one pixel of the image that is drawn to the next
   */
  private record Zoom(int times, int step) {
    static Zoom of(UnscaledImage image) {
      int longest = Math.max(image.height(), image.width());
      return new Zoom(Math.max(1, SMALLEST / longest), (longest + LONGEST - 1) / LONGEST);
    }

    int drawn(int side) {
      return (side + step - 1) / step * times;
    }

    int given(int place) {
      return place / times * step;
    }
  }

  private void draw(byte[] part, UnscaledImage size, int top, int left) {
    Zoom zoom = Zoom.of(size);
    int height = zoom.drawn(size.height());
    int across = zoom.drawn(size.width());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < across; x++) {
        System.arraycopy(part, CHANNELS * (zoom.given(y) * size.width() + zoom.given(x)), pixels,
            CHANNELS * ((top + y) * width + left + x), CHANNELS);
      }
    }
  }
}
