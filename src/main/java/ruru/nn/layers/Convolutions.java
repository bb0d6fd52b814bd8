package ruru.nn.layers;

import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Op;

/** Chooses how a convolution is computed. */
final class Convolutions {
  private Convolutions() {}

  static Op op(Build b, Window window, int channels, int filters, int groups, Initializer init, boolean bias) {
    if (channels % groups != 0 || filters % groups != 0) {
      throw b.error("groups must divide channels and filters, got " + groups + " groups for " + channels + " channels and "
          + filters + " filters");
    }
    Filters weights = Filters.declare(b, window, channels, filters, groups, init, bias);
    if (groups == channels && groups == filters && groups > 1) {
      return new ConvByChannel(window.taps(), weights, window.output(filters));
    }
    return new ConvByTaps(window.taps(), weights, window.output(filters));
  }
}
