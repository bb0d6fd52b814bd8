package ruru.nn;

import ruru.blas.Blas;

/** Products by three loops with sums in double: slow, obvious, and the same bits on every machine. */
public final class NaiveBlas implements Blas {
  @Override
  public String name() {
    return "naive loops";
  }

  @Override
  public void gemm(boolean transA, boolean transB, int m, int n, int k, float alpha, float[] a, int aOff, int lda,
      float[] b, int bOff, int ldb, float beta, float[] c, int cOff, int ldc) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < k; l++) {
          double left = a[aOff + (transA ? l * lda + i : i * lda + l)];
          sum += left * b[bOff + (transB ? j * ldb + l : l * ldb + j)];
        }
        int at = cOff + i * ldc + j;
        c[at] = (float) (alpha * sum + (beta == 0 ? 0 : beta * (double) c[at]));
      }
    }
  }

  @Override
  public void gemv(boolean transA, int m, int n, float alpha, float[] a, int aOff, int lda, float[] x, int xOff,
      float beta, float[] y, int yOff) {
    int rows = transA ? n : m;
    int columns = transA ? m : n;
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int l = 0; l < columns; l++) {
        sum += (double) a[aOff + (transA ? l * lda + i : i * lda + l)] * x[xOff + l];
      }
      int at = yOff + i;
      y[at] = (float) (alpha * sum + (beta == 0 ? 0 : beta * (double) y[at]));
    }
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] += alpha * x[xOff + i];
    }
  }
}
