package ruru.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;

/**
 * Floating-point samples of a TIFF file, grey or red, green, blue: 0 is black, 1 is white. A resampled image may
 * overshoot these slightly, which is clipped; values further out have a range that the file does not state. Source:
 * Adobe Photoshop TIFF Technical Note 3 (2005).
 */
final class FloatRows extends PixelRows {
  private static final double OVERSHOOT = 0.1;

  private final Raster raster;
  private final boolean alpha;
  private final boolean premultiplied;
  private double[] samples = {};

  FloatRows(BufferedImage image, int channels, boolean opaque) {
    super(image.getWidth(), image.getHeight(), channels);
    raster = image.getRaster();
    ColorModel model = image.getColorModel();
    alpha = model.hasAlpha() && !opaque;
    premultiplied = model.isAlphaPremultiplied();
  }

  @Override
  void read(int y, float[] row) throws IOException {
    int bands = raster.getNumBands();
    samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1,
        samples.length == width * bands ? samples : new double[width * bands]);
    for (int x = 0; x < width; x++) {
      double opaque = alpha ? sample(x * bands + channels) : 1;
      for (int c = 0; c < channels; c++) {
        double v = sample(x * bands + c);
        row[x * channels + c] = (float) (255 * (1 - opaque + (premultiplied ? v : opaque * v)));
      }
    }
  }

  private double sample(int i) throws IOException {
    double v = samples[i];
    if (!(v >= -OVERSHOOT && v <= 1 + OVERSHOOT)) {
      throw new IOException(String.format(Locale.ROOT, "this TIFF file has a floating-point sample of %.6g, but such "
          + "samples are read as 0 for black to 1 for white; scale them to that range, or save the image with 8 or 16 "
          + "bits", v));
    }
    return Math.max(0, Math.min(1, v));
  }
}
