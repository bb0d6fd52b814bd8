package ruru.nn.ops.window;

import ruru.nn.ops.Sums;

/** F(4x4, 3x3), with the points 0, 1, -1, 2, -2 and infinity: 2.25 multiplications for an output. */
final class Winograd4 extends Winograd {
  Winograd4() {
    super(4, new float[][] {{1 / 4f, 0, 0}, {-1 / 6f, -1 / 6f, -1 / 6f}, {-1 / 6f, 1 / 6f, -1 / 6f},
        {1 / 24f, 1 / 12f, 1 / 6f}, {1 / 24f, -1 / 12f, 1 / 6f}, {0, 0, 1}});
  }

  // B^T = [4 0 -5 0 1 0; 0 -4 -4 1 1 0; 0 4 -4 -1 1 0; 0 -2 -1 2 1 0; 0 2 -1 -2 1 0; 0 4 0 -5 0 1]
  @Override
  void input(float[][] x, float[][] to, int n) {
    inputEnd(x[0], x[2], x[4], to[0], n);
    inputOnes(x[1], x[2], x[3], x[4], to[1], to[2], n);
    inputTwos(x[1], x[2], x[3], x[4], to[3], to[4], n);
    inputEnd(x[1], x[3], x[5], to[5], n);
  }

  private static void inputEnd(float[] a, float[] b, float[] c, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = 4 * a[i] - 5 * b[i] + c[i];
    }
  }

  private static void inputOnes(float[] x1, float[] x2, float[] x3, float[] x4, float[] plus, float[] minus, int n) {
    for (int i = 0; i < n; i++) {
      float even = x4[i] - 4 * x2[i];
      float odd = x3[i] - 4 * x1[i];
      plus[i] = even + odd;
      minus[i] = even - odd;
    }
  }

  private static void inputTwos(float[] x1, float[] x2, float[] x3, float[] x4, float[] plus, float[] minus, int n) {
    for (int i = 0; i < n; i++) {
      float even = x4[i] - x2[i];
      float odd = 2 * (x3[i] - x1[i]);
      plus[i] = even + odd;
      minus[i] = even - odd;
    }
  }

  // A^T = [1 1 1 1 1 0; 0 1 -1 2 -2 0; 0 1 1 4 4 0; 0 1 -1 8 -8 1]
  // With five inputs in one loop, inlined here, the compiler no longer vectorises it, which takes three times as long.
  @Override
  void output(float[][] x, float[][] to, int n) {
    outputEven(x[1], x[2], x[3], x[4], to[0], to[2], n);
    Sums.add(x[0], to[0], n);
    outputOdd(x[1], x[2], x[3], x[4], to[1], to[3], n);
    Sums.add(x[5], to[3], n);
  }

  private static void outputEven(float[] x1, float[] x2, float[] x3, float[] x4, float[] y0, float[] y2, int n) {
    for (int i = 0; i < n; i++) {
      float ones = x1[i] + x2[i];
      float twos = x3[i] + x4[i];
      y0[i] = ones + twos;
      y2[i] = ones + 4 * twos;
    }
  }

  private static void outputOdd(float[] x1, float[] x2, float[] x3, float[] x4, float[] y1, float[] y3, int n) {
    for (int i = 0; i < n; i++) {
      float ones = x1[i] - x2[i];
      float twos = x3[i] - x4[i];
      y1[i] = ones + 2 * twos;
      y3[i] = ones + 8 * twos;
    }
  }

  @Override
  void outputGradient(float[][] y, float[][] to, int n) {
    System.arraycopy(y[0], 0, to[0], 0, n);
    gradientOnes(y[0], y[1], y[2], y[3], to[1], to[2], n);
    gradientTwos(y[0], y[1], y[2], y[3], to[3], to[4], n);
    System.arraycopy(y[3], 0, to[5], 0, n);
  }

  private static void gradientOnes(float[] y0, float[] y1, float[] y2, float[] y3, float[] plus, float[] minus, int n) {
    for (int i = 0; i < n; i++) {
      float even = y0[i] + y2[i];
      float odd = y1[i] + y3[i];
      plus[i] = even + odd;
      minus[i] = even - odd;
    }
  }

  private static void gradientTwos(float[] y0, float[] y1, float[] y2, float[] y3, float[] plus, float[] minus, int n) {
    for (int i = 0; i < n; i++) {
      float even = y0[i] + 4 * y2[i];
      float odd = 2 * y1[i] + 8 * y3[i];
      plus[i] = even + odd;
      minus[i] = even - odd;
    }
  }

  @Override
  void inputGradient(float[][] z, float[][] to, int n) {
    four(z[0], to[0], n);
    gradientOdd(z[1], z[2], z[3], z[4], z[5], to[1], to[3], n);
    gradientEven(z[0], z[1], z[2], z[3], z[4], to[2], to[4], n);
    System.arraycopy(z[5], 0, to[5], 0, n);
  }

  private static void four(float[] z, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = 4 * z[i];
    }
  }

  private static void gradientOdd(float[] z1, float[] z2, float[] z3, float[] z4, float[] z5, float[] x1, float[] x3,
      int n) {
    for (int i = 0; i < n; i++) {
      float ones = z1[i] - z2[i];
      float twos = 2 * (z3[i] - z4[i]);
      x1[i] = 4 * (z5[i] - ones) - twos;
      x3[i] = ones + twos - 5 * z5[i];
    }
  }

  private static void gradientEven(float[] z0, float[] z1, float[] z2, float[] z3, float[] z4, float[] x2, float[] x4,
      int n) {
    for (int i = 0; i < n; i++) {
      float ones = z1[i] + z2[i];
      float twos = z3[i] + z4[i];
      x2[i] = -5 * z0[i] - 4 * ones - twos;
      x4[i] = z0[i] + ones + twos;
    }
  }
}
