package ruru.blas;

/**
 * The dense products that the engine needs, on row-major float32 arrays. A matrix is an array, the offset of its first
 * element and a leading dimension: element (i, j) of A is at {@code a[aOff + i * lda + j]}.
 *
 * <p>Implementations are thread-safe and use the calling thread only: the engine divides the work itself, so that the
 * result does not depend on the number of cores. Nothing outside the addressed elements is read or written.
 * Sizes of 0 are legal: a product over k = 0 is a zero matrix, so that C becomes beta C.
 */
public interface Blas {
  /** The implementation's name, for logs and reports: for instance "OpenBLAS 0.3.31 (bundled)". */
  String name();

  /**
   * General matrix product: C = alpha op(A) op(B) + beta C, where op(A) is [m, k], op(B) is [k, n] and C is [m, n].
   *
   * @param transA whether A is stored as [k, m] and used transposed; likewise transB: B is stored as [n, k]
   * @param beta   0 overwrites C, even where it holds NaN
   */
  void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
      float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc);

  /**
   * Matrix times vector: y = alpha op(A) x + beta y, with A stored as [m, n]; y has m elements, or n if A is
   * transposed.
   *
   * @param beta 0 overwrites y, even where it holds NaN
   */
  void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
      float beta, float[] y, int yOff);

  /** y = y + alpha x over n elements. */
  void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff);
}
