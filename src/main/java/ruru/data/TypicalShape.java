package ruru.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ruru.nn.Cancellation;
import ruru.nn.Shape;

/**
 * A default shape for images: the median of their heights and that of their widths, both reduced in proportion until
 * the longer side is at most {@value #LONGEST} pixels; 3 channels, or 1 if none of them has colour. Looks at all
 * images, or at {@value #MOST_IMAGES} spread evenly if there are more.
 */
public final class TypicalShape {
  private static final int MOST_IMAGES = 100;
  /** As in CIFAR-10: enough to tell objects apart, and few enough to train without a GPU. */
  private static final int LONGEST = 32;

  private TypicalShape() {}

  /**
   * The shape for some images.
   *
   * @param files  at least one
   * @param access how the files are read
   * @throws UncheckedIOException naming the row (from 1), the file and what is wrong with it
   * @throws InterruptedException if the thread was interrupted
   */
  public static Shape of(List<Path> files, FileAccess access) throws InterruptedException {
    int count = Math.min(files.size(), MOST_IMAGES);
    int[] heights = new int[count];
    int[] widths = new int[count];
    boolean coloured = false;
    Cancellation<InterruptedException> interrupt = Cancellation.ofCallingThread();
    for (int i = 0; i < count; i++) {
      interrupt.check();
      int row = (int) ((long) i * files.size() / count);
      try {
        Shape size = ImageDecoder.size(files.get(row), access);
        heights[i] = size.dim(0);
        widths[i] = size.dim(1);
        coloured = coloured || isColoured(ImageDecoder.decode(files.get(row), access, Shape.of(LONGEST, LONGEST, 3),
            interrupt));
      } catch (CancelledDecoding e) {
        interrupt.check();
      } catch (IOException e) {
        throw new UncheckedIOException("row " + (row + 1) + ": " + e.getMessage(), e);
      }
    }
    int height = median(heights);
    int width = median(widths);
    double scale = Math.min(1, (double) LONGEST / Math.max(height, width));
    return Shape.of(scaled(height, scale), scaled(width, scale), coloured ? 3 : 1);
  }

  private static int scaled(int side, double scale) {
    return (int) Math.max(1, Math.round(side * scale));
  }

  private static int median(int[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static boolean isColoured(byte[] pixels) {
    for (int i = 0; i < pixels.length; i += 3) {
      if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) {
        return true;
      }
    }
    return false;
  }
}
