package ruru.nn.ops.window;

/**
 * F(2x2, 3x3), with the points 0, 1, -1 and infinity: 4 multiplications for an output, and less rounding than F(4x4,
 * 3x3).
 */
final class Winograd2 extends Winograd {
  Winograd2() {
    super(2, new float[][] {{1, 0, 0}, {0.5f, 0.5f, 0.5f}, {0.5f, -0.5f, 0.5f}, {0, 0, 1}});
  }

  // B^T = [1 0 -1 0; 0 1 1 0; 0 -1 1 0; 0 1 0 -1]
  @Override
  void input(float[][] x, float[][] to, int n) {
    differences(x[0], x[2], x[1], x[3], to[0], to[3], n);
    sumAndDifference(x[2], x[1], to[1], to[2], n);
  }

  /** first = a - b, second = c - d */
  private static void differences(float[] a, float[] b, float[] c, float[] d, float[] first, float[] second, int n) {
    for (int i = 0; i < n; i++) {
      first[i] = a[i] - b[i];
      second[i] = c[i] - d[i];
    }
  }

  private static void sumAndDifference(float[] a, float[] b, float[] sum, float[] difference, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = a[i] + b[i];
      difference[i] = a[i] - b[i];
    }
  }

  // A^T = [1 1 1 0; 0 1 -1 -1]
  @Override
  void output(float[][] x, float[][] to, int n) {
    outputs(x[0], x[1], x[2], x[3], to[0], to[1], n);
  }

  private static void outputs(float[] x0, float[] x1, float[] x2, float[] x3, float[] y0, float[] y1, int n) {
    for (int i = 0; i < n; i++) {
      y0[i] = x0[i] + x1[i] + x2[i];
      y1[i] = x1[i] - x2[i] - x3[i];
    }
  }

  @Override
  void outputGradient(float[][] y, float[][] to, int n) {
    System.arraycopy(y[0], 0, to[0], 0, n);
    sumAndDifference(y[0], y[1], to[1], to[2], n);
    negative(y[1], to[3], n);
  }

  private static void negative(float[] x, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = -x[i];
    }
  }

  @Override
  void inputGradient(float[][] z, float[][] to, int n) {
    System.arraycopy(z[0], 0, to[0], 0, n);
    inner(z[0], z[1], z[2], z[3], to[1], to[2], n);
    negative(z[3], to[3], n);
  }

  private static void inner(float[] z0, float[] z1, float[] z2, float[] z3, float[] x1, float[] x2, int n) {
    for (int i = 0; i < n; i++) {
      x1[i] = z1[i] - z2[i] + z3[i];
      x2[i] = z1[i] + z2[i] - z0[i];
    }
  }
}
