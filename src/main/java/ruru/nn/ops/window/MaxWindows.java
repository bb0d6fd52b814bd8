package ruru.nn.ops.window;

import java.util.Arrays;
import ruru.nn.Tensor;
import ruru.nn.ops.Heaviside;
import ruru.nn.ops.Sums;

/**
 * The largest element of windows, and the place that it has, without keeping an index: the place is the first tap at
 * which the input equals the maximum. What is to be given to that place goes from tap to tap as a rest r, starting
 * with the whole: keep, the {@link Heaviside} step of max - x, is 0 at a maximum and 1 elsewhere, the tap gets
 * r - r keep, and r keep goes on. So exactly one tap gets it, whole, and every loop is one that Java's compiler turns
 * into vector instructions.
 */
public final class MaxWindows {
  private MaxWindows() {}

  /** to = the maxima over the window of an output; every window has a tap inside the input. */
  static void max(Taps taps, int output, Tensor x, float[] to, int n) {
    boolean first = true;
    int t = next(taps, output, 0);
    while (t < taps.count()) {
      int t2 = next(taps, output, t + 1);
      int t3 = next(taps, output, t2 + 1);
      int t4 = first ? next(taps, output, t3 + 1) : t3;
      float[] a = x.plane(taps.source(output, t));
      float[] b = t2 < taps.count() ? x.plane(taps.source(output, t2)) : a;
      float[] c = t3 < taps.count() ? x.plane(taps.source(output, t3)) : b;
      float[] d = !first ? to : t4 < taps.count() ? x.plane(taps.source(output, t4)) : c;
      max(a, b, c, d, to, n);
      first = false;
      t = next(taps, output, t4 + 1);
    }
  }

  /** to = the element-wise maxima of several arrays. */
  static void max(float[][] of, float[] to, int n) {
    int last = of.length - 1;
    max(of[0], of[Math.min(1, last)], of[Math.min(2, last)], of[Math.min(3, last)], to, n);
    for (int t = 4; t <= last; t += 3) {
      max(of[t], of[Math.min(t + 1, last)], of[Math.min(t + 2, last)], to, to, n);
    }
  }

  /**
   * Writes each element of {@code rest} to the first array that has the maximum there; all other elements of the
   * arrays become 0.
   *
   * @param rest overwritten
   */
  public static void scatterToMax(float[] rest, float[] max, float[][] x, int n) {
    int last = x.length - 1;
    for (int t = 0; t < last; t++) {
      scatterSet(rest, max, x[t], x[t], rest, n);
    }
    System.arraycopy(rest, 0, x[last], 0, n);
  }

  /** The first tap from t on that is not on padding, or the number of taps. */
  private static int next(Taps taps, int output, int t) {
    int found = t;
    while (found < taps.count() && taps.source(output, found) < 0) {
      found++;
    }
    return Math.min(found, taps.count());
  }

  private static void max(float[] a, float[] b, float[] c, float[] d, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
    }
  }

  /**
   * Writes each element of {@code values}, one plane per window, to the position in {@code to} of the window's maximum.
   *
   * @param x    the input of the windows; max: their maxima
   * @param add  whether to add to what is there; otherwise all other elements of {@code to} become 0
   * @param rest memory for a plane
   */
  public static void scatterToMax(Taps taps, Tensor x, Tensor max, Tensor values, Tensor to, boolean add,
      float[] rest) {
    int n = values.planeSize();
    boolean set = !add && taps.disjoint();
    if (set) {
      for (int i : taps.unread()) {
        Arrays.fill(to.plane(i), 0, n, 0);
      }
    } else if (!add) {
      to.fill(0);
    }
    for (int o = 0; o < taps.outputs(); o++) {
      float[] given = values.plane(o);
      int last = last(taps, o);
      for (int t = 0; t < last; t++) {
        int s = taps.source(o, t);
        if (s >= 0) {
          if (set) {
            scatterSet(given, max.plane(o), x.plane(s), to.plane(s), rest, n);
          } else {
            scatterAdd(given, max.plane(o), x.plane(s), to.plane(s), rest, n);
          }
          given = rest;
        }
      }
      if (set) {
        System.arraycopy(given, 0, to.plane(taps.source(o, last)), 0, n);
      } else {
        Sums.add(given, to.plane(taps.source(o, last)), n);
      }
    }
  }

  /** The last tap that is not on padding: it gets whatever remains. */
  private static int last(Taps taps, int output) {
    int t = taps.count() - 1;
    while (taps.source(output, t) < 0) {
      t--;
    }
    return t;
  }

  private static void scatterSet(float[] given, float[] max, float[] x, float[] to, float[] rest, int n) {
    for (int i = 0; i < n; i++) {
      float on = given[i] * Heaviside.of(max[i] - x[i]);
      to[i] = given[i] - on;
      rest[i] = on;
    }
  }

  private static void scatterAdd(float[] given, float[] max, float[] x, float[] to, float[] rest, int n) {
    for (int i = 0; i < n; i++) {
      float on = given[i] * Heaviside.of(max[i] - x[i]);
      to[i] += given[i] - on;
      rest[i] = on;
    }
  }

  /**
   * The reverse: adds to each element of {@code values}, one plane per window, the element of {@code from} at the
   * position of the window's maximum, or overwrites it.
   */
  public static void gatherFromMax(Taps taps, Tensor x, Tensor max, Tensor from, Tensor values, boolean add,
      float[] rest) {
    int n = values.planeSize();
    if (!add) {
      values.fill(0);
    }
    for (int o = 0; o < taps.outputs(); o++) {
      Arrays.fill(rest, 0, n, 1);
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t);
        if (s >= 0) {
          gather(rest, max.plane(o), x.plane(s), from.plane(s), values.plane(o), n);
        }
      }
    }
  }

  private static void gather(float[] rest, float[] max, float[] x, float[] from, float[] value, int n) {
    for (int i = 0; i < n; i++) {
      float on = rest[i] * Heaviside.of(max[i] - x[i]);
      value[i] += (rest[i] - on) * from[i];
      rest[i] = on;
    }
  }
}
