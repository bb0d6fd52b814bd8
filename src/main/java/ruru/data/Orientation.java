package ruru.data;

import java.nio.ByteBuffer;

/**
 * How to turn the stored pixels of an image upright: cameras store what the sensor saw and record their orientation in
 * the file. JPEG files have it in their EXIF data, PNG files in the chunk eXIf, TIFF files in their first directory; a
 * file without a valid one is upright. Source: EXIF 2.32, tag 274; PNG (third edition), section 11.3.2.3.
 *
 * @param transposed whether rows and columns are swapped; done first
 * @param leftRight  whether each row is reversed
 * @param upDown     whether the rows are reversed
 */
record Orientation(boolean transposed, boolean leftRight, boolean upDown) {
  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** In the order of EXIF's numbers, which begin at 1. */
  private static final Orientation[] BY_NUMBER = {UPRIGHT, new Orientation(false, true, false),
      new Orientation(false, true, true), new Orientation(false, false, true), new Orientation(true, false, false),
      new Orientation(true, true, false), new Orientation(true, true, true), new Orientation(true, false, true)};

  static Orientation of(byte[] file, JpegHeader jpeg) {
    ByteBuffer exif = jpeg.isJpeg() ? jpeg.exif() : PngExif.isPng(file) ? PngExif.of(file) : ByteBuffer.wrap(file);
    int number = TiffTags.of(exif).first(TiffTags.ORIENTATION, 1);
    return number >= 1 && number <= BY_NUMBER.length ? BY_NUMBER[number - 1] : UPRIGHT;
  }

  /**
   * Turns an image.
   *
   * @param pixels as stored, [width][height][channels] if they are to be transposed
   * @return [height][width][channels]; the same array if there is nothing to do
   */
  byte[] apply(byte[] pixels, int height, int width, int channels) {
    if (equals(UPRIGHT)) {
      return pixels;
    }
    byte[] result = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX = leftRight ? width - 1 - x : x;
        int fromY = upDown ? height - 1 - y : y;
        int from = transposed ? fromX * height + fromY : fromY * width + fromX;
        System.arraycopy(pixels, from * channels, result, (y * width + x) * channels, channels);
      }
    }
    return result;
  }
}
