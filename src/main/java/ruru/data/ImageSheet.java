package ruru.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import ruru.nn.Shape;

/**
 * Rows of images in one PNG file. All are drawn on one scale, for each channel from its lowest value in the first row,
 * black, to its highest, white; values beyond are clipped.
 */
public final class ImageSheet {
  private static final int GAP = 2;
  /** The minimum height of an image on the sheet, in pixels. */
  private static final int SIDE = 48;

  private final Shape shape;
  private final int enlarged;
  private final float[] low;
  private final float[] high;

  /**
   * @param shape height x width x 1 or 3 channels
   * @param scale images [n][shape] whose values give black and white
   * @throws IllegalArgumentException if it is any other shape
   */
  public ImageSheet(Shape shape, float[] scale) {
    this.shape = ImageDecoder.requireImage(shape);
    enlarged = Math.max(1, (SIDE + shape.dim(0) - 1) / shape.dim(0));
    int channels = shape.channels();
    low = new float[channels];
    high = new float[channels];
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < scale.length; i++) {
      low[i % channels] = Math.min(low[i % channels], scale[i]);
      high[i % channels] = Math.max(high[i % channels], scale[i]);
    }
  }

  /**
   * Writes the file.
   *
   * @param columns images in a row
   * @param lines   each [at most columns][shape]
   */
  public void write(Path file, int columns, float[]... lines) throws IOException {
    int cellHeight = shape.dim(0) * enlarged + GAP;
    int cellWidth = shape.dim(1) * enlarged + GAP;
    Shape sheet = Shape.of(lines.length * cellHeight + GAP, columns * cellWidth + GAP, shape.channels());
    byte[] pixels = new byte[sheet.size()];
    Arrays.fill(pixels, (byte) 128);
    for (int line = 0; line < lines.length; line++) {
      for (int n = 0; n < lines[line].length / shape.size(); n++) {
        draw(lines[line], n, pixels, sheet.dim(1), GAP + line * cellHeight, GAP + n * cellWidth);
      }
    }
    PngFile.write(pixels, sheet, file);
  }

  private void draw(float[] images, int image, byte[] pixels, int width, int top, int left) {
    int channels = shape.channels();
    for (int y = 0; y < shape.dim(0) * enlarged; y++) {
      for (int x = 0; x < shape.dim(1) * enlarged; x++) {
        int from = image * shape.size() + (y / enlarged * shape.dim(1) + x / enlarged) * channels;
        for (int c = 0; c < channels; c++) {
          float grey = high[c] > low[c] ? (images[from + c] - low[c]) / (high[c] - low[c]) : 0;
          pixels[((top + y) * width + left + x) * channels + c] =
              (byte) Math.round(255 * Math.max(0, Math.min(1, grey)));
        }
      }
    }
  }
}
