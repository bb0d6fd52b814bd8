package ruru.blas;

import java.util.Arrays;

/**
 * A {@link Blas} whose library multiplies small matrices without packing them first, as OpenBLAS does on processors
 * with AVX-512 up to a million multiply-adds. Packing copies each operand into the order that the kernel reads, which
 * pays off when every element is used often. A batch has few rows, so that the weights are used seldom, and copying
 * them takes as long as multiplying. Here such a product is divided into products that are small enough.
 *
 * <p>With W of K rows and a batch X of few rows, X W is the sum over ranges of K of X[:, range] W[range, :]; and X^T dY
 * is assembled from the rows that belong to ranges of X's columns.
 */
final class CutProducts implements Blas {
  /** Rows of a batch: beyond this, packing costs less than cutting. Measured: a gain at 160, a loss at 256. */
  private static final int ROWS = 160;
  /** A range shorter than this costs more per call than it gains. */
  private static final int LEAST = 16;
  /** Transposed products of more pieces gain nothing. */
  private static final int PIECES_OF_TRANSPOSED = 4;

  /** The probe's product is [32, n] with k so large that packed products add it up in several blocks. */
  private static final int PROBE_ROWS = 32;
  private static final int PROBE_K = 784;
  private static final int PROBE_MOST = 160;
  /** Multiply-adds; cutting into smaller ones was not measured. */
  private static final int LEAST_LIMIT = 500_000;

  private final Blas blas;
  private final int limit;

  /** @param limit the most multiply-adds of a product that is not packed */
  CutProducts(Blas blas, int limit) {
    this.blas = blas;
    this.limit = limit;
  }

  /** Cuts products if the library was found to multiply small ones differently; otherwise returns it unchanged. */
  static Blas of(Blas blas) {
    if (!runsThrough(blas, columns(LEAST_LIMIT)) || runsThrough(blas, PROBE_MOST)) {
      return blas;
    }
    int unpacked = columns(LEAST_LIMIT);
    int packed = PROBE_MOST;
    while (packed - unpacked > 1) {
      int middle = (unpacked + packed) / 2;
      if (runsThrough(blas, middle)) {
        unpacked = middle;
      } else {
        packed = middle;
      }
    }
    return new CutProducts(blas, PROBE_ROWS * PROBE_K * unpacked);
  }

  private static int columns(int multiplyAdds) {
    return (multiplyAdds + PROBE_ROWS * PROBE_K - 1) / (PROBE_ROWS * PROBE_K);
  }

  /**
   * Whether a product with n columns sums over all of k in one go, as one that is not packed does. The sums are of 2^24
   * and then ones: in float32, ones one by one are lost beside 2^24, and a block of them that is summed by itself is
   * not. So the answer depends on bits, not on times, and is the same at every start.
   */
  private static boolean runsThrough(Blas blas, int n) {
    float[] a = new float[PROBE_ROWS * PROBE_K];
    float[] b = new float[PROBE_K * n];
    float[] c = new float[PROBE_ROWS * n];
    Arrays.fill(b, 1);
    for (int r = 0; r < PROBE_ROWS; r++) {
      a[r * PROBE_K] = 1 << 24;
      Arrays.fill(a, r * PROBE_K + PROBE_K / 2, (r + 1) * PROBE_K, 1);
    }
    blas.gemm(false, false, PROBE_ROWS, n, PROBE_K, 1, a, 0, PROBE_K, b, 0, n, 0, c, 0, n);
    return c[0] == 1 << 24;
  }

  @Override
  public String name() {
    return blas.name();
  }

  @Override
  public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
      float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {
    long pieces = ((long) m * n * k + limit - 1) / limit;
    if (pieces > 1 && !transA && !transB && m <= ROWS && (long) m * n * LEAST <= limit) {
      int length = Math.min((int) ((k + pieces - 1) / pieces), limit / (m * n));
      for (int from = 0; from < k; from += length) {
        blas.gemm(false, false, m, n, Math.min(length, k - from), alpha, a, aOff + from, lda, b, bOff + from * ldb, ldb,
            from == 0 ? beta : 1, c, cOff, ldc);
      }
    } else if (pieces > 1 && pieces <= PIECES_OF_TRANSPOSED && transA && !transB && (long) n * k * LEAST <= limit) {
      int length = Math.min((int) ((m + pieces - 1) / pieces), limit / (n * k));
      for (int from = 0; from < m; from += length) {
        blas.gemm(true, false, Math.min(length, m - from), n, k, alpha, a, aOff + from, lda, b, bOff, ldb, beta, c,
            cOff + from * ldc, ldc);
      }
    } else {
      blas.gemm(transA, transB, m, n, k, alpha, a, aOff, lda, b, bOff, ldb, beta, c, cOff, ldc);
    }
  }

  @Override
  public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
      float beta, float[] y, int yOff) {
    blas.gemv(transA, m, n, alpha, a, aOff, lda, x, xOff, beta, y, yOff);
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    blas.axpy(n, alpha, x, xOff, y, yOff);
  }

  @Override
  public String toString() {
    return name();
  }
}
