package ruru.data;

import java.awt.image.Raster;

/**
 * Four inks: cyan, magenta, yellow, black. The remaining light is what the coloured ink leaves of what black leaves:
 * R = (1 - C) (1 - K).
 */
final class CmykRows extends PixelRows {
  private final Raster raster;
  private final boolean inverted;
  private final boolean ycck;
  private final float scale;
  private final int[] samples;

  /**
   * @param inverted whether the highest value means no ink
   * @param ycck     whether the first three samples are a luminance and two colour differences
   * @param bits     of a sample
   */
  CmykRows(Raster raster, boolean inverted, boolean ycck, int bits) {
    super(raster.getWidth(), raster.getHeight(), 3);
    this.raster = raster;
    this.inverted = inverted;
    this.ycck = ycck;
    scale = 255f / ((1 << bits) - 1);
    samples = new int[4 * width];
  }

  @Override
  void read(int y, float[] row) {
    raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
    for (int x = 0; x < width; x++) {
      float black = 255 - noInk(sample(x, 3));
      for (int c = 0; c < 3; c++) {
        row[3 * x + c] = noInk(ink(x, c)) * (255 - black) / 255;
      }
    }
  }

  private float sample(int x, int c) {
    return samples[4 * x + c] * scale;
  }

  private float noInk(float stored) {
    return inverted ? stored : 255 - stored;
  }

  private float ink(int x, int c) {
    if (!ycck) {
      return sample(x, c);
    }
    float blue = sample(x, 1) - 128;
    float red = sample(x, 2) - 128;
    float rgb = sample(x, 0) + (c == 0 ? 1.402f * red : c == 1 ? -0.344136f * blue - 0.714136f * red
        : 1.772f * blue);
    return 255 - Math.max(0, Math.min(255, rgb));
  }
}
