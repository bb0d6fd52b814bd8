package ruru.nn.ops;

import ruru.nn.Parameter;
import ruru.nn.Pass;

/**
 * Loops over a plane [rows][channels] with one index from 0 in all arrays, the form that Java's compiler vectorises.
 * Per-channel values are therefore repeated for every row: see {@link #repeat}.
 */
public final class ChannelLoops {
  /** Elements per copy, so that the source stays in the L1 cache. */
  private static final int LONGEST_COPY = 2048;

  private ChannelLoops() {}

  /** Repeats the first c elements until there are n, copying ever more at once, as each call costs time. */
  public static void repeat(float[] a, int c, int n) {
    int longest = Math.max(1, LONGEST_COPY / c) * c;
    for (int done = c, more; done < n; done += more) {
      more = Math.min(Math.min(done, longest), n - done);
      System.arraycopy(a, 0, a, done, more);
    }
  }

  /** A bias, once for each row. */
  public static void repeat(Pass p, Parameter bias, float[] to, int rows) {
    System.arraycopy(p.values(), bias.offset(), to, 0, bias.size());
    repeat(to, bias.size(), rows * bias.size());
  }

  /** y = (x - center) scale + shift */
  static void normalise(float[] x, float[] center, float[] scale, float[] shift, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (x[i] - center[i]) * scale[i] + shift[i];
    }
  }

  /** sum = sum + x - center */
  static void addDifferences(float[] sum, float[] x, float[] center, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i] - center[i];
    }
  }

  /** sum = sum + (x - center)^2 */
  static void addSquares(float[] sum, float[] x, float[] center, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += (x[i] - center[i]) * (x[i] - center[i]);
    }
  }

  /** sum = sum + dy, product = product + dy (x - center) */
  static void addWithProducts(float[] sum, float[] product, float[] dy, float[] x, float[] center, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += dy[i];
      product[i] += dy[i] * (x[i] - center[i]);
    }
  }

  /** y = a b */
  public static void multiply(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] * b[i];
    }
  }

  /** y = y + a b */
  public static void multiplyAdd(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i];
    }
  }

  /** dx = dy scale - (x - center) slope - shift */
  static void denormalise(float[] dy, float[] scale, float[] x, float[] center, float[] slope, float[] shift,
      float[] dx, int n) {
    for (int i = 0; i < n; i++) {
      dx[i] = dy[i] * scale[i] - (x[i] - center[i]) * slope[i] - shift[i];
    }
  }

  /** dx = dx + dy scale - (x - center) slope - shift */
  static void addDenormalised(float[] dy, float[] scale, float[] x, float[] center, float[] slope, float[] shift,
      float[] dx, int n) {
    for (int i = 0; i < n; i++) {
      dx[i] += dy[i] * scale[i] - (x[i] - center[i]) * slope[i] - shift[i];
    }
  }
}
