package ruru.data;

import java.util.Arrays;
import ruru.nn.Shape;

/**
 * The median filter, the usual remedy for noise in images: each value becomes the median of those in a square around
 * it, channel by channel; beyond the border the nearest pixel counts. Source: Tukey 1977, "Exploratory data analysis".
 */
public final class MedianFilter {
  private MedianFilter() {}

  /**
   * Filters images one after the other.
   *
   * @param images [n][height][width][channels]
   * @param shape  height x width x channels
   * @param side   of the square, odd
   * @return of the same size
   */
  public static float[] apply(float[] images, Shape shape, int side) {
    if (shape.rank() != 3 || side < 1 || side % 2 == 0) {
      throw new IllegalArgumentException("a median filter needs images height x width x channels and an odd side, got "
          + shape.toText() + " and " + side);
    }
    float[] result = new float[images.length];
    float[] square = new float[side * side];
    for (int start = 0; start < images.length; start += shape.size()) {
      for (int i = 0; i < shape.size(); i++) {
        gather(images, start, shape, i, side, square);
        Arrays.sort(square);
        result[start + i] = square[square.length / 2];
      }
    }
    return result;
  }

  private static void gather(float[] images, int start, Shape shape, int element, int side, float[] square) {
    int channels = shape.channels();
    int height = shape.dim(0);
    int width = shape.dim(1);
    int position = element / channels;
    int at = 0;
    for (int dy = -side / 2; dy <= side / 2; dy++) {
      int y = Math.max(0, Math.min(height - 1, position / width + dy));
      for (int dx = -side / 2; dx <= side / 2; dx++) {
        int x = Math.max(0, Math.min(width - 1, position % width + dx));
        square[at++] = images[start + (y * width + x) * channels + element % channels];
      }
    }
  }
}
