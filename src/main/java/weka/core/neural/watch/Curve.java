package weka.core.neural.watch;

import java.util.Arrays;

/**
 * Points of a curve in the order of x, written by one thread and read by others. Where there are more than can be
 * drawn, every second one is left out, and of those to come as many.
 */
public final class Curve {
  private static final int MOST = 4096;

  private double[] xs = new double[16];
  private double[] ys = new double[16];
  private int size;
  /** Every so-many-th point is kept. */
  private int stride = 1;
  private long offered;

  /** Adds a point after the last. */
  public synchronized void add(double x, double y) {
    if (offered++ % stride != 0) {
      return;
    }
    if (size == MOST) {
      for (int i = 0; i < MOST / 2; i++) {
        xs[i] = xs[2 * i];
        ys[i] = ys[2 * i];
      }
      size = MOST / 2;
      stride *= 2;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  /** A copy of the points so far: the x of each, and the y of each. */
  public synchronized double[][] points() {
    return new double[][] {Arrays.copyOf(xs, size), Arrays.copyOf(ys, size)};
  }
}
