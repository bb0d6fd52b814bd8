package ruru.blas;

/**
 * A native {@link Blas} for everything but the smallest calls, which plain Java has done before the native code is even
 * reached: a product of 64 multiply-adds takes a fifth of the time, one of 512 two thirds. Only the sizes decide, so
 * that the same call always gives the same bits.
 */
final class SmallInJava implements Blas {
  /** Multiply-adds. Measured: at 1024 the two are equal for slim matrices, and native code is ahead for others. */
  private static final long SMALL = 512;

  private final Blas large;
  private final Blas small;

  SmallInJava(Blas large, Blas small) {
    this.large = large;
    this.small = small;
  }

  @Override
  public String name() {
    return large.name();
  }

  @Override
  public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
      float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {
    Blas blas = (long) m * n * k <= SMALL ? small : large;
    blas.gemm(transA, transB, m, n, k, alpha, a, aOff, lda, b, bOff, ldb, beta, c, cOff, ldc);
  }

  @Override
  public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
      float beta, float[] y, int yOff) {
    Blas blas = (long) m * n <= SMALL ? small : large;
    blas.gemv(transA, m, n, alpha, a, aOff, lda, x, xOff, beta, y, yOff);
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    Blas blas = n <= SMALL ? small : large;
    blas.axpy(n, alpha, x, xOff, y, yOff);
  }

  @Override
  public String toString() {
    return name();
  }
}
