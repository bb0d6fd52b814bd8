package ruru.nn.ops.window;

import java.util.regex.Pattern;
import ruru.nn.Build;
import ruru.nn.Shape;

/** The windows of pooling layers, from the user's settings. */
public final class Pooling {
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}(x[1-9]\\d{0,5})?");

  private Pooling() {}

  /** @param stride numbers, or "window" for adjacent windows */
  public static Window window(Build b, Shape in, Shape size, String stride, String padding) {
    if (!stride.equals("window") && !SIZE.matcher(stride).matches()) {
      throw b.error("stride must be a number, two such as 2x1, or 'window', got '" + stride + "'");
    }
    Shape step = stride.equals("window") ? size : Shape.parse(stride);
    Window window = Window.of(b, in, size, step, padding, Shape.of(1));
    requireInside(b, window.rows(), padding);
    requireInside(b, window.columns(), padding);
    return window;
  }

  /** A window that holds only padding has neither a largest element nor a mean. */
  private static void requireInside(Build b, Axis axis, String padding) {
    int first = axis.source(0, axis.taps() - 1);
    int last = axis.source(axis.out() - 1, 0);
    if (first < 0 || last >= axis.in()) {
      throw b.error("with padding " + padding + " there are windows outside the maps; use padding below the "
          + "window's size, " + axis.taps() + ", or 'same'");
    }
  }
}
