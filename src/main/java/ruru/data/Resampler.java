package ruru.data;

import java.io.IOException;

/**
 * Resizes an image: every pixel of the result is a weighted mean of the source pixels around the same place, with
 * linearly decreasing weights. Enlarging is bilinear interpolation; when shrinking, the weights extend in proportion,
 * so that every source pixel counts. The same size gives the same pixels. Height and width are resized independently,
 * one after the other; positions beyond the border are left out of the mean. Source: the triangle filter of Heckbert
 * 1989, "Fundamentals of Texture Mapping and Image Warping"; as in Pillow.
 */
final class Resampler {
  private Resampler() {}

  /** Where the weights of one pixel of the result begin, and what they are. */
  private record Taps(int[] from, float[][] weights) {
    static Taps of(int source, int result) {
      double scale = (double) source / result;
      double reach = Math.max(1, scale);
      int[] from = new int[result];
      float[][] weights = new float[result][];
      for (int o = 0; o < result; o++) {
        double centre = (o + 0.5) * scale;
        from[o] = Math.max(0, (int) (centre - reach + 0.5));
        int to = Math.min(source, (int) (centre + reach + 0.5));
        double[] w = new double[to - from[o]];
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
          w[i] = Math.max(0, 1 - Math.abs(from[o] + i + 0.5 - centre) / reach);
          sum += w[i];
        }
        weights[o] = new float[w.length];
        for (int i = 0; i < w.length; i++) {
          weights[o][i] = (float) (w[i] / sum);
        }
      }
      return new Taps(from, weights);
    }
  }

  /**
   * The image as [height][width][channels]; colours become grey and grey becomes colours as needed.
   *
   * @throws CancelledDecoding if it is no longer wanted
   */
  static float[] resize(PixelRows source, int height, int width, int channels, Wanted wanted) throws IOException {
    int kept = Math.min(source.channels, channels);
    Taps across = Taps.of(source.width, width);
    Taps down = Taps.of(source.height, height);
    float[] row = new float[source.width * source.channels];
    float[] narrow = new float[width * kept];
    float[] result = new float[height * width * kept];
    int first = 0;
    for (int y = 0; y < source.height; y++) {
      wanted.ask();
      source.read(y, row);
      if (kept < source.channels) {
        luminance(row, source.width);
      }
      resizeRow(row, across, narrow, kept);
      while (first < height && down.from[first] + down.weights[first].length <= y) {
        first++;
      }
      for (int o = first; o < height && down.from[o] <= y; o++) {
        float w = down.weights[o][y - down.from[o]];
        for (int i = 0; i < narrow.length; i++) {
          result[o * narrow.length + i] += w * narrow[i];
        }
      }
    }
    return kept < channels ? repeat(result, channels) : result;
  }

  private static void resizeRow(float[] row, Taps taps, float[] result, int channels) {
    for (int o = 0; o < taps.from.length; o++) {
      for (int c = 0; c < channels; c++) {
        float sum = 0;
        for (int i = 0; i < taps.weights[o].length; i++) {
          sum += taps.weights[o][i] * row[(taps.from[o] + i) * channels + c];
        }
        result[o * channels + c] = sum;
      }
    }
  }

  /** Red, green and blue to the luma of ITU-R BT.601, in place. */
  private static void luminance(float[] row, int width) {
    for (int x = 0; x < width; x++) {
      row[x] = 0.299f * row[3 * x] + 0.587f * row[3 * x + 1] + 0.114f * row[3 * x + 2];
    }
  }

  private static float[] repeat(float[] grey, int channels) {
    float[] result = new float[grey.length * channels];
    for (int i = 0; i < result.length; i++) {
      result[i] = grey[i / channels];
    }
    return result;
  }
}
