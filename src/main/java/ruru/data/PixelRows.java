package ruru.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/**
 * A decoded image row by row, as grey (1 channel) or red, green, blue (3 channels), each value from 0 to 255. What is
 * transparent lies over white. Samples of more than 8 bits keep their fraction.
 *
 * <p>Grey values and RGB values are taken as they are in the file, without its colour profile, as most libraries for
 * machine learning do; Java's own conversion would brighten grey images, because it takes them for linear light.
 */
abstract class PixelRows {
  final int width;
  final int height;
  final int channels;

  private PixelRows(int width, int height, int channels) {
    this.width = width;
    this.height = height;
    this.channels = channels;
  }

  /** Writes row y: [width][channels]. */
  abstract void read(int y, float[] row);

  static PixelRows of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    int type = model.getColorSpace().getType();
    boolean plain = model instanceof ComponentColorModel || model instanceof DirectColorModel;
    boolean whole = model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT
        || model.getTransferType() == DataBuffer.TYPE_INT;
    if (plain && whole && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)) {
      return new Samples(image.getRaster(), model, type == ColorSpace.TYPE_GRAY ? 1 : 3);
    }
    return new Converted(image);
  }

  /** Four components of a JPEG file as they are in it. */
  static PixelRows ofCmyk(Raster raster, JpegHeader header) {
    return new Cmyk(raster, header);
  }

  /** The samples of the file, with or without transparency behind them. */
  private static final class Samples extends PixelRows {
    private final Raster raster;
    private final boolean alpha;
    private final boolean premultiplied;
    private final float[] scale;
    private int[] samples = {};

    Samples(Raster raster, ColorModel model, int channels) {
      super(raster.getWidth(), raster.getHeight(), channels);
      this.raster = raster;
      alpha = model.hasAlpha();
      premultiplied = model.isAlphaPremultiplied();
      scale = new float[raster.getNumBands()];
      for (int b = 0; b < scale.length; b++) {
        scale[b] = (float) (255.0 / ((1L << model.getComponentSize(b)) - 1));
      }
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

  /** Palettes and rare colour spaces: converted by Java. */
  private static final class Converted extends PixelRows {
    private final BufferedImage image;
    private final int[] argb;

    Converted(BufferedImage image) {
      super(image.getWidth(), image.getHeight(), 3);
      this.image = image;
      argb = new int[width];
    }

    @Override
    void read(int y, float[] row) {
      image.getRGB(0, y, width, 1, argb, 0, width);
      for (int x = 0; x < width; x++) {
        float opaque = (argb[x] >>> 24) / 255f;
        for (int c = 0; c < 3; c++) {
          row[x * 3 + c] = 255 * (1 - opaque) + opaque * (argb[x] >>> 16 - 8 * c & 0xFF);
        }
      }
    }
  }

  /** Light that is left is what the colour's ink leaves of what black leaves: R = (1 - C) (1 - K). */
  private static final class Cmyk extends PixelRows {
    private final Raster raster;
    private final JpegHeader header;
    private final int[] samples;

    Cmyk(Raster raster, JpegHeader header) {
      super(raster.getWidth(), raster.getHeight(), 3);
      this.raster = raster;
      this.header = header;
      samples = new int[4 * width];
    }

    @Override
    void read(int y, float[] row) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        float black = 255 - noInk(samples[4 * x + 3]);
        for (int c = 0; c < 3; c++) {
          row[3 * x + c] = noInk(ink(x, c)) * (255 - black) / 255;
        }
      }
    }

    private float noInk(float stored) {
      return header.adobe() ? stored : 255 - stored;
    }

    private float ink(int x, int c) {
      if (!header.ycck()) {
        return samples[4 * x + c];
      }
      float blue = samples[4 * x + 1] - 128;
      float red = samples[4 * x + 2] - 128;
      float rgb = samples[4 * x] + (c == 0 ? 1.402f * red : c == 1 ? -0.344136f * blue - 0.714136f * red
          : 1.772f * blue);
      return 255 - Math.max(0, Math.min(255, rgb));
    }
  }
}
