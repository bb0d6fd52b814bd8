package ruru.blas;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What {@link Blas} promises, against loops in double. Everything around the blocks is NaN: read, it spoils the result;
 * written, it is gone. Also a program, for a provider that needs a Java started otherwise: it checks the one chosen by
 * {@code -Druru.blas}.
 */
final class BlasContract {
  private static final int[][] SIZES = {
      {5, 7, 3}, {1, 1, 1}, {1, 9, 4}, {9, 1, 4}, {8, 16, 32}, {13, 9, 7}, {33, 10, 17}, {64, 64, 64}, {130, 67, 301},
      {0, 7, 3},
      {5, 0, 3}, {5, 7, 0}, {0, 0, 0}};
  private static final float[] BETAS = {0, 0.5f, 1};

  private final Blas blas;
  private final SplittableRandom random = new SplittableRandom(1);

  private BlasContract(Blas blas) {
    this.blas = blas;
  }

  public static void main(String[] args) {
    Blas blas = BlasProvider.get();
    check(blas);
    System.out.println("checked " + blas.name());
  }

  static void check(Blas blas) {
    BlasContract contract = new BlasContract(blas);
    for (int[] size : SIZES) {
      for (float beta : BETAS) {
        for (boolean transA : new boolean[] {false, true}) {
          for (boolean transB : new boolean[] {false, true}) {
            contract.checkGemm(transA, transB, size[0], size[1], size[2], 0.75f, beta);
          }
          contract.checkGemv(transA, size[0], size[2], -1.5f, beta);
        }
      }
      contract.checkAxpy(size[2]);
    }
    contract.checkGemm(false, false, 5, 7, 3, 0, 0);
  }

  private void checkGemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float beta) {
    Block a = transA ? block(k, m, 4, 2) : block(m, k, 4, 2);
    Block b = transB ? block(n, k, 1, 3) : block(k, n, 1, 3);
    Block c = block(m, n, 7, 5);
    double[] expected = new double[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          sum += (double) (transA ? a.get(p, i) : a.get(i, p)) * (transB ? b.get(j, p) : b.get(p, j));
        }
        expected[i * n + j] = alpha * sum + (beta == 0 ? 0 : (double) beta * c.get(i, j));
      }
    }
    if (beta == 0) {
      Arrays.fill(c.data, Float.NaN);
    }
    blas.gemm(transA, transB, m, n, k, alpha, a.data, a.offset, a.ld, b.data, b.offset, b.ld, beta, c.data, c.offset,
        c.ld);
    c.assertHolds(expected, k, "gemm " + transA + " " + transB + " " + m + "x" + n + "x" + k + " beta " + beta);
  }

  private void checkGemv(boolean transA, int m, int n, float alpha, float beta) {
    Block a = block(m, n, 3, 2);
    Block x = block(1, transA ? m : n, 5, 1);
    Block y = block(1, transA ? n : m, 2, 4);
    double[] expected = new double[y.columns];
    for (int i = 0; i < y.columns; i++) {
      double sum = 0;
      for (int p = 0; p < x.columns; p++) {
        sum += (double) (transA ? a.get(p, i) : a.get(i, p)) * x.get(0, p);
      }
      expected[i] = alpha * sum + (beta == 0 ? 0 : (double) beta * y.get(0, i));
    }
    if (beta == 0) {
      Arrays.fill(y.data, Float.NaN);
    }
    blas.gemv(transA, m, n, alpha, a.data, a.offset, a.ld, x.data, x.offset, beta, y.data, y.offset);
    y.assertHolds(expected, x.columns, "gemv " + transA + " " + m + "x" + n + " beta " + beta);
  }

  private void checkAxpy(int n) {
    Block x = block(1, n, 5, 1);
    Block y = block(1, n, 2, 4);
    double[] expected = new double[n];
    for (int i = 0; i < n; i++) {
      expected[i] = y.get(0, i) + 0.3f * (double) x.get(0, i);
    }
    blas.axpy(n, 0.3f, x.data, x.offset, y.data, y.offset);
    y.assertHolds(expected, 1, "axpy " + n);
  }

  /** Random values, with {@code offset} places before the block and {@code pad} places after each of its rows. */
  private Block block(int rows, int columns, int offset, int pad) {
    int ld = columns + pad;
    float[] data = new float[offset + rows * ld];
    Arrays.fill(data, Float.NaN);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        data[offset + i * ld + j] = (float) random.nextDouble(-1, 1);
      }
    }
    return new Block(data, offset, ld, rows, columns);
  }

  private record Block(float[] data, int offset, int ld, int rows, int columns) {
    float get(int i, int j) {
      return data[offset + i * ld + j];
    }

    void assertHolds(double[] expected, int terms, String what) {
      double tolerance = 1e-6 * Math.max(1, terms);
      for (int at = 0; at < data.length; at++) {
        int i = (at - offset) / ld;
        int j = (at - offset) % ld;
        boolean inside = at >= offset && i < rows && j < columns;
        boolean right = inside ? Math.abs(data[at] - expected[i * columns + j]) <= tolerance : Float.isNaN(data[at]);
        if (!right) {
          throw new AssertionError(what + ": element " + at + (inside
              ? " is " + data[at] + " instead of " + expected[i * columns + j]
              : ", outside the block, was overwritten with " + data[at]));
        }
      }
    }
  }
}
