package ruru.nn.ops.window;

import ruru.nn.Tensor;
import ruru.nn.ops.Heaviside;
import ruru.nn.ops.Sums;

/**
 * {@link MaxWindows} for series of differing length, where a window may reach beyond the end of some rows. The longest
 * rows come first, so at each position the rows that still have a step are the first ones: later taps read fewer rows.
 */
final class RaggedMaxWindows {
  private RaggedMaxWindows() {}

  /** to = the maxima over the window of an output, over the steps that each row has. */
  static void max(Taps taps, int output, Tensor x, float[] to, int n) {
    boolean first = true;
    for (int t = 0; t < taps.count(); t++) {
      int s = taps.source(output, t, x);
      if (s >= 0 && first) {
        System.arraycopy(x.plane(s), 0, to, 0, n);
        first = false;
      } else if (s >= 0) {
        raise(to, x.plane(s), x.rows(s) * x.channels());
      }
    }
  }

  private static void raise(float[] to, float[] by, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(to[i], by[i]);
    }
  }

  /**
   * Adds each element of {@code values}, one plane per window, to the position in {@code to} of the window's maximum.
   *
   * @param rest memory for a plane
   */
  static void scatterToMax(Taps taps, Tensor x, Tensor max, Tensor values, Tensor to, float[] rest) {
    int c = x.channels();
    for (int o = 0; o < values.positions(); o++) {
      System.arraycopy(values.plane(o), 0, rest, 0, values.rows(o) * c);
      int t = next(taps, o, 0, x);
      while (t < taps.count()) {
        int s = taps.source(o, t);
        int later = next(taps, o, t + 1, x);
        int going = later < taps.count() ? Math.min(values.rows(o), x.rows(taps.source(o, later))) * c : 0;
        int n = Math.min(values.rows(o), x.rows(s)) * c;
        scatter(rest, max.plane(o), x.plane(s), to.plane(s), going);
        // Rows for which this tap is the last get whatever remains.
        Sums.put(rest, going, to.plane(s), going, n - going, false);
        t = later;
      }
    }
  }

  /** The first tap from t on that reads a step of some row, or the number of taps. */
  private static int next(Taps taps, int output, int t, Tensor x) {
    int found = t;
    while (found < taps.count() && taps.source(output, found, x) < 0) {
      found++;
    }
    return Math.min(found, taps.count());
  }

  private static void scatter(float[] rest, float[] max, float[] x, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      float on = rest[i] * Heaviside.of(max[i] - x[i]);
      to[i] += rest[i] - on;
      rest[i] = on;
    }
  }
}
