package ruru.nn.ops.window;

import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Op;

/** Chooses how a convolution is computed. */
public final class Convolutions {
  /** Channels or filters below which the transforms cost more than the products that they save. */
  private static final int FEW = 8;
  /** Channels times filters above which Winograd's arrays take too much memory: 11 numbers for each weight. */
  private static final int MANY = 256 * 256;

  private Convolutions() {}

  public static Op op(Build b, Window window, int channels, int filters, int groups, Initializer init, boolean bias,
      boolean winograd) {
    if (channels % groups != 0 || filters % groups != 0) {
      throw b.error("groups must divide channels and filters, got " + groups + " groups for " + channels
          + " channels and " + filters + " filters");
    }
    Filters weights = Filters.declare(b, window, channels, filters, groups, init, bias);
    if (groups == channels && groups == filters && groups > 1) {
      return new DepthwiseConvolution(window.taps(), weights, window.output(filters));
    }
    if (winograd && groups == 1 && suitsWinograd(window, channels, filters)) {
      Winograd f = saves(window.rows().out(), window.columns().out()) ? new Winograd4() : new Winograd2();
      return new WinogradConvolution(f, window.rows(), window.columns(), weights, window.output(filters));
    }
    DirectConvolution byTaps = new DirectConvolution(window.taps(), weights, window.output(filters));
    return groups == 1 && channels < FEW && window.rows().taps() * window.columns().taps() > 1
        ? new Im2colConvolution(new Im2col(window.rows(), window.columns(), weights), byTaps) : byTaps;
  }

  private static boolean suitsWinograd(Window window, int channels, int filters) {
    return isThreeByOne(window.rows()) && isThreeByOne(window.columns()) && Math.min(channels, filters) >= FEW
        && (long) channels * filters <= MANY;
  }

  private static boolean isThreeByOne(Axis axis) {
    return axis.taps() == 3 && axis.stride() == 1 && axis.dilation() == 1;
  }

  /** Whether tiles of 4x4 outputs need clearly fewer multiplications than tiles of 2x2, which round better. */
  private static boolean saves(int height, int width) {
    long by4 = 36L * ((height + 3) / 4) * ((width + 3) / 4);
    long by2 = 16L * ((height + 1) / 2) * ((width + 1) / 2);
    return by4 < 0.75 * by2;
  }
}
