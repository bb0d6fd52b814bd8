package ruru.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/** The whole-number samples of a file, grey or red, green, blue, with or without transparency after them. */
final class SampleRows extends PixelRows {
  private final Raster raster;
  private final boolean alpha;
  private final boolean premultiplied;
  private final float[] scale;
  private int[] samples = {};

  private SampleRows(Raster raster, ColorModel model, int channels, boolean opaque) {
    super(raster.getWidth(), raster.getHeight(), channels);
    this.raster = raster;
    alpha = model.hasAlpha() && !opaque;
    premultiplied = model.isAlphaPremultiplied();
    scale = new float[raster.getNumBands()];
    for (int b = 0; b < scale.length; b++) {
      scale[b] = (float) (255.0 / ((1L << model.getComponentSize(b)) - 1));
    }
  }

  /** An image's own samples or, if they are none of these, Java's conversion. */
  static PixelRows of(BufferedImage image) {
    return of(image, false);
  }

  /** @param opaque whether what Java takes for transparency is not */
  static PixelRows of(BufferedImage image, boolean opaque) {
    ColorModel model = image.getColorModel();
    int type = model.getColorSpace().getType();
    boolean plain = model instanceof ComponentColorModel || model instanceof DirectColorModel;
    boolean whole = model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT
        || model.getTransferType() == DataBuffer.TYPE_INT;
    if (plain && whole && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)) {
      return new SampleRows(image.getRaster(), model, type == ColorSpace.TYPE_GRAY ? 1 : 3, opaque);
    }
    return new ConvertedRows(image);
  }

  @Override
  void read(int y, float[] row) {
    int bands = scale.length;
    samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1,
        samples.length == width * bands ? samples : new int[width * bands]);
    for (int x = 0; x < width; x++) {
      float opaque = alpha ? samples[x * bands + channels] * scale[channels] / 255 : 1;
      for (int c = 0; c < channels; c++) {
        float v = samples[x * bands + c] * scale[c];
        row[x * channels + c] = alpha ? 255 * (1 - opaque) + (premultiplied ? v : opaque * v) : v;
      }
    }
  }
}
