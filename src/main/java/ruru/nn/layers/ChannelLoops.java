package ruru.nn.layers;

import java.util.Arrays;

/**
 * Loops over a plane [rows][channels] with one index from 0 in all arrays, the form that Java's compiler turns into
 * vector instructions. What belongs to a channel is therefore given once per row: see {@link #repeat}. Two sums over
 * the rows close the group.
 */
final class ChannelLoops {
  private ChannelLoops() {}

  /** Copies the first c elements behind themselves until there are n. */
  static void repeat(float[] a, int c, int n) {
    for (int done = c; done < n; done *= 2) {
      System.arraycopy(a, 0, a, done, Math.min(done, n - done));
    }
  }

  /** y = (x - center) scale + shift */
  static void normalise(float[] x, float[] center, float[] scale, float[] shift, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (x[i] - center[i]) * scale[i] + shift[i];
    }
  }

  /** sum = sum + x */
  static void addTo(double[] sum, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i];
    }
  }

  /** sum = sum + (x - center)^2 */
  static void addSquaresTo(double[] sum, float[] x, float[] center, int n) {
    for (int i = 0; i < n; i++) {
      float e = x[i] - center[i];
      sum[i] += e * e;
    }
  }

  /** sum = sum + dy (x - center) */
  static void addProductsTo(double[] sum, float[] dy, float[] x, float[] center, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += dy[i] * (x[i] - center[i]);
    }
  }

  /** y = a b */
  static void multiply(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = a[i] * b[i];
    }
  }

  /** y = y + a b */
  static void multiplyAdd(float[] a, float[] b, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += a[i] * b[i];
    }
  }

  /** y = y - shift - (x - center) slope */
  static void subtract(float[] x, float[] center, float[] slope, float[] shift, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] -= shift[i] + (x[i] - center[i]) * slope[i];
    }
  }

  /** result[c] = sum of weight[r] rows[r][c] / total over n rows; those without a weight are not read. */
  static void averageRows(double[] rows, float[] weight, double total, double[] result, int n) {
    int c = result.length;
    Arrays.fill(result, 0);
    for (int r = 0; r < n; r++) {
      double share = weight[r] / total;
      for (int j = 0; share != 0 && j < c; j++) {
        result[j] += share * rows[r * c + j];
      }
    }
  }

  /** result[c] = sum of rows[r][c] over those of n rows that have a weight. */
  static void sumRows(double[] rows, float[] weight, double[] result, int n) {
    int c = result.length;
    Arrays.fill(result, 0);
    for (int r = 0; r < n; r++) {
      for (int j = 0; weight[r] != 0 && j < c; j++) {
        result[j] += rows[r * c + j];
      }
    }
  }
}
