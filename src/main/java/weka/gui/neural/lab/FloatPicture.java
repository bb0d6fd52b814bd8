package weka.gui.neural.lab;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;
import weka.core.neural.lab.images.FloatImage;

/** Numbers as pixels; for any thread. Large images are thinned, so that a picture stays small. */
final class FloatPicture {
  /** The most pixels of a side. */
  static final int MOST = 256;

  private static final int LEVELS = 255;
  private static final int WHITE = 255;

  private FloatPicture() {}

  /** From blue at -scale over the paper at 0 to orange at scale; what is no finite number is black. */
  static BufferedImage signed(FloatImage image, float scale) {
    int[] colours = new int[2 * LEVELS + 1];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Palette.signed((i - LEVELS) / (double) LEVELS).getRGB();
    }
    FloatImage thin = image.thinned(MOST);
    return picture(thin, i -> {
      float v = thin.values()[i];
      return Float.isFinite(v) ? colours[level(v, -scale, scale, 2 * LEVELS)] : Color.BLACK.getRGB();
    });
  }

  /**
   * An image in grey, or in colour if it has three channels; the mean of any other number of them.
   *
   * @param range smallest and largest value of each channel
   */
  static BufferedImage grey(FloatImage image, float[][] range) {
    FloatImage thin = image.thinned(MOST);
    int c = thin.channels();
    return picture(thin, i -> {
      int[] level = new int[3];
      int sum = 0;
      for (int k = 0; k < c; k++) {
        int one = level(thin.values()[i * c + k], range[0][k], range[1][k], WHITE);
        level[Math.min(k, 2)] = one;
        sum += one;
      }
      return c == 3 ? rgb(level[0], level[1], level[2]) : rgb(sum / c, sum / c, sum / c);
    });
  }

  /** A picture in pale grey, with heat in orange over it. */
  static BufferedImage over(BufferedImage grey, FloatImage heat, float scale) {
    FloatImage thin = heat.thinned(MOST);
    Color strong = Palette.signed(1);
    return picture(thin, i -> {
      Color below = new Color(grey.getRGB(i % thin.width(), i / thin.width()));
      int mean = (below.getRed() + below.getGreen() + below.getBlue()) / 3;
      Color pale = Palette.mixed(new Color(mean, mean, mean), Color.LIGHT_GRAY, 0.3);
      return Palette.mixed(pale, strong, scale > 0 ? thin.values()[i] / scale : 0).getRGB();
    });
  }

  private static BufferedImage picture(FloatImage sizes, IntUnaryOperator rgb) {
    BufferedImage picture = new BufferedImage(sizes.width(), sizes.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < sizes.height(); y++) {
      for (int x = 0; x < sizes.width(); x++) {
        picture.setRGB(x, y, rgb.applyAsInt(y * sizes.width() + x));
      }
    }
    return picture;
  }

  /** From 0 at low to the highest level at high. */
  private static int level(float v, float low, float high, int highest) {
    if (!(high > low) || Float.isNaN(v)) {
      return highest / 2;
    }
    // Halved separately: the difference of two large numbers may overflow.
    double part = ((double) v - low) / ((double) high - low);
    return (int) Math.round(highest * Math.max(0, Math.min(1, part)));
  }

  private static int rgb(int red, int green, int blue) {
    return red << 16 | green << 8 | blue;
  }
}
