package ruru.blas;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Arrays;

/**
 * Any implementation of dev.ludovic.netlib's column-major {@link BLAS} as a row-major {@link Blas}: C = A B read by
 * columns is C^T = B^T A^T, so that the same arrays serve when A and B, m and n change places.
 *
 * <p>Empty sums are done here, because version 3.2.0 of the library throws on k = 0 and leaves y alone where a matrix
 * times a vector has nothing to add. Offsets are checked here as well: the library checks only the far end of a block,
 * and a native routine would write in front of the array.
 */
final class NetlibBlas implements Blas {
  private final String name;
  private final BLAS blas;

  NetlibBlas(String name, BLAS blas) {
    this.name = name;
    this.blas = blas;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
      float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {
    checkOffsets(aOff, bOff, cOff);
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0) {
      for (int i = 0; i < m; i++) {
        scale(n, beta, c, cOff + i * ldc);
      }
      return;
    }
    blas.sgemm(letter(transB), letter(transA), n, m, k, alpha, b, bOff, ldb, a, aOff, lda, beta, c, cOff, ldc);
  }

  @Override
  public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
      float beta, float[] y, int yOff) {
    checkOffsets(aOff, xOff, yOff);
    if (m == 0 || n == 0) {
      scale(transA ? n : m, beta, y, yOff);
      return;
    }
    blas.sgemv(letter(!transA), n, m, alpha, a, aOff, lda, x, xOff, 1, beta, y, yOff, 1);
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    checkOffsets(0, xOff, yOff);
    blas.saxpy(n, alpha, x, xOff, 1, y, yOff, 1);
  }

  @Override
  public String toString() {
    return name;
  }

  private static String letter(boolean trans) {
    return trans ? "T" : "N";
  }

  /** y = beta y, where beta 0 also overwrites NaN. */
  private static void scale(int n, float beta, float[] y, int yOff) {
    if (beta == 0) {
      Arrays.fill(y, yOff, yOff + n, 0);
    } else {
      for (int i = yOff; i < yOff + n; i++) {
        y[i] *= beta;
      }
    }
  }

  private static void checkOffsets(int first, int second, int third) {
    if ((first | second | third) < 0) {
      throw new IllegalArgumentException(
          "BLAS: offsets must be at least 0, got " + first + ", " + second + ", " + third);
    }
  }
}
