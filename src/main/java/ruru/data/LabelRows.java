package ruru.data;

import java.io.IOException;

/**
 * Reads pixels that are labels, for which a value must not change. Samples of 16 bits are labels themselves if all of
 * them are at most 255, as tools write them that number objects; otherwise they must be those of 8 bits, times 257.
 */
final class LabelRows {
  private static final int DEEP = 257;
  private static final int MOST = 255;
  private static final float CLOSE = 1e-3f;

  private LabelRows() {}

  /** Red, green and blue: [height][width][3]. */
  static byte[] read(PixelRows rows) throws IOException {
    float[] row = new float[rows.width * rows.channels];
    float[] all = new float[rows.height * row.length];
    boolean whole = true;
    float largest = 0;
    for (int y = 0; y < rows.height; y++) {
      rows.read(y, row);
      System.arraycopy(row, 0, all, y * row.length, row.length);
      for (float v : row) {
        whole &= isWhole(v);
        largest = Math.max(largest, v);
      }
    }
    boolean deep = !whole && rows.channels == 1 && Math.round(largest * DEEP) <= MOST;
    byte[] result = new byte[rows.height * rows.width * ImageColours.CHANNELS];
    for (int i = 0; i < result.length; i++) {
      int pixel = i / ImageColours.CHANNELS;
      float v = all[rows.channels == 1 ? pixel : i];
      if (!deep && !isWhole(v)) {
        throw new IOException("the pixel at x " + pixel % rows.width + ", y " + pixel / rows.width + " has a value "
            + "that 8 bits cannot hold, or is half transparent, so it is not clear which label it has; store labels "
            + "as 0 to 255, or as opaque colours of 8 bits");
      }
      result[i] = (byte) Math.round(deep ? v * DEEP : v);
    }
    return result;
  }

  private static boolean isWhole(float v) {
    return Math.abs(v - Math.round(v)) < CLOSE;
  }
}
