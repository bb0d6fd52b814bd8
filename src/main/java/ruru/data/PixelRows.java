package ruru.data;

import java.io.IOException;

/**
 * A decoded image row by row, as grey (1 channel) or red, green, blue (3 channels), each value from 0 to 255.
 * Transparency is blended over white. Samples of more than 8 bits keep their fraction.
 *
 * <p>Grey and RGB values are used as they are in the file, without its colour profile, as in most machine-learning
 * libraries; Java's own conversion would brighten grey images, because it assumes linear light.
 */
abstract class PixelRows {
  final int width;
  final int height;
  final int channels;

  PixelRows(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /**
   * Writes row y: [width][channels]. Rows are requested from first to last.
   *
   * @throws IOException if the file is broken, or a value has no meaning
   */
  abstract void read(int y, float[] row) throws IOException;
}
