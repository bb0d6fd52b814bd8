package ruru.nn.ops.window;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.Sums;

/**
 * A 3x3 convolution at stride 1 by {@link Winograd}'s transforms, tile by tile, so that a tile of all rows stays in
 * the cache: V = B^T x B, M_k = V_k U_k for each of the (m + 2)^2 elements k, y = A^T M A. Columns that two tiles
 * share are transformed once.
 *
 * <p>The bias costs nothing: A's row for the point 1 is all ones, so what is added to M at element (1, 1) is added to
 * every output, and in backward the sum of a tile's dy is found there.
 *
 * <p>Backward, with V computed again: dM = A dy A^T, dU_k = sum over tiles of V_k^T dM_k, dV_k = dM_k U_k^T with the
 * weights transposed before their transform, dx = sum over tiles of B dV B^T, dw = G^T dU G.
 */
record WinogradConvolution(Winograd f, Axis rows, Axis columns, Filters filters, Shape outputShape) implements Op {
  @Override
  public Object memory(int rows) {
    return new WinogradMemory(f, rows, filters.channels(), filters.count());
  }

  private int tilesDown() {
    return (rows.out() + f.outputs - 1) / f.outputs;
  }

  private int tilesAcross() {
    return (columns.out() + f.outputs - 1) / f.outputs;
  }

  /** A position's plane, or another array if the position is outside. */
  private static float[] plane(Tensor t, Shape shape, int row, int column, float[] outside) {
    boolean inside = row >= 0 && row < shape.dim(0) && column >= 0 && column < shape.dim(1);
    return inside ? t.plane(row * shape.dim(1) + column) : outside;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    WinogradMemory m = p.memory();
    int n = y.rows();
    int c = filters.channels();
    int count = filters.count();
    int ones = f.inputs + 1;
    for (int t = 0; t < 9; t++) {
      System.arraycopy(p.values(), filters.tap(t), m.taps[t], 0, c * count);
    }
    f.weights(m.taps, m.u, m.weightHalf, c * count);
    filters.repeatBias(p, m.bias, n);
    for (int i = 0; i < tilesDown(); i++) {
      for (int j = 0; j < tilesAcross(); j++) {
        transformInput(m, x[0], i, j);
        System.arraycopy(m.bias, 0, m.m[ones], 0, n * count);
        for (int k = 0; k < m.v.length; k++) {
          p.blas().gemm(false, false, n, count, c, 1, m.v[k], 0, c, m.u[k], 0, count, k == ones ? 1 : 0, m.m[k], 0,
              count);
        }
        transformOutput(m, y, i, j);
      }
    }
  }

  private void transformInput(WinogradMemory m, Tensor x, int i, int j) {
    int n = x.planeSize();
    if (j > 0) {
      WinogradMemory.slide(m.inputColumns);
    }
    for (int q = j > 0 ? 2 : 0; q < f.inputs; q++) {
      for (int r = 0; r < f.inputs; r++) {
        m.from[r] = plane(x, x.shape(), i * f.outputs - rows.before() + r, j * f.outputs - columns.before() + q,
            m.zeros);
      }
      f.input(m.from, m.inputColumns[q], n);
    }
    for (int r = 0; r < f.inputs; r++) {
      for (int q = 0; q < f.inputs; q++) {
        m.from[q] = m.inputColumns[q][r];
      }
      f.input(m.from, m.vRows[r], n);
    }
  }

  private void transformOutput(WinogradMemory m, Tensor y, int i, int j) {
    int n = y.planeSize();
    for (int q = 0; q < f.inputs; q++) {
      for (int r = 0; r < f.inputs; r++) {
        m.from[r] = m.m[r * f.inputs + q];
      }
      f.output(m.from, m.outputColumns[q], n);
    }
    for (int r = 0; r < f.outputs && i * f.outputs + r < rows.out(); r++) {
      for (int q = 0; q < f.inputs; q++) {
        m.from[q] = m.outputColumns[q][r];
      }
      for (int q = 0; q < f.outputs; q++) {
        m.to[q] = plane(y, outputShape, i * f.outputs + r, j * f.outputs + q, m.outside);
      }
      f.output(m.from, m.to, n);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    WinogradMemory m = p.memory();
    WinogradMemory.Backward back = m.backward();
    int n = dy.rows();
    int c = filters.channels();
    int count = filters.count();
    if (dx[0] != null) {
      filters.transposeTaps(p, m.taps);
      f.weights(m.taps, m.u, m.weightHalf, c * count);
    }
    Arrays.fill(m.bias, 0, n * count, 0);
    for (int i = 0; i < tilesDown(); i++) {
      for (int j = 0; j < tilesAcross(); j++) {
        transformInput(m, x[0], i, j);
        transformOutputGradient(m, dy, i, j);
        Sums.add(m.m[f.inputs + 1], m.bias, n * count);
        for (int k = 0; k < m.v.length; k++) {
          p.blas().gemm(true, false, c, count, n, 1, m.v[k], 0, c, m.m[k], 0, count, i + j == 0 ? 0 : 1, back.du[k], 0,
              count);
        }
        if (dx[0] != null) {
          for (int k = 0; k < m.v.length; k++) {
            p.blas().gemm(false, false, n, c, count, 1, m.m[k], 0, count, m.u[k], 0, c, 0, m.v[k], 0, c);
          }
          transformInputGradient(m, back, dx[0], p.fresh(0), i, j);
        }
      }
    }
    f.weightGradient(back.du, m.taps, m.weightHalf, c * count);
    filters.putTaps(p, m.taps);
    if (filters.bias() != null) {
      p.putRowSum(m.bias, n, filters.bias());
    }
  }

  private void transformOutputGradient(WinogradMemory m, Tensor dy, int i, int j) {
    int n = dy.planeSize();
    for (int q = 0; q < f.outputs; q++) {
      for (int r = 0; r < f.outputs; r++) {
        m.from[r] = plane(dy, outputShape, i * f.outputs + r, j * f.outputs + q, m.zeros);
      }
      f.outputGradient(m.from, m.outputColumns[q], n);
    }
    for (int r = 0; r < f.inputs; r++) {
      for (int q = 0; q < f.outputs; q++) {
        m.from[q] = m.outputColumns[q][r];
      }
      f.outputGradient(m.from, m.mRows[r], n);
    }
  }

  /** Sums along rows of tiles first, where two columns overlap, so that each column is transformed only once. */
  private void transformInputGradient(WinogradMemory m, WinogradMemory.Backward back, Tensor dx, boolean fresh, int i,
      int j) {
    int n = dx.planeSize();
    if (j > 0) {
      WinogradMemory.slide(back.inputColumns);
    }
    int shared = j > 0 ? 2 : 0;
    for (int r = 0; r < f.inputs; r++) {
      for (int q = 0; q < f.inputs; q++) {
        m.to[q] = q < shared ? back.added[q] : back.inputColumns[q][r];
      }
      f.inputGradient(m.vRows[r], m.to, n);
      for (int q = 0; q < shared; q++) {
        Sums.add(back.added[q], back.inputColumns[q][r], n);
      }
    }
    int complete = j == tilesAcross() - 1 ? f.inputs : f.outputs;
    for (int q = 0; q < complete; q++) {
      int column = j * f.outputs - columns.before() + q;
      if (column >= 0 && column < columns.in()) {
        finishColumn(m, back, dx, fresh, i, q, column);
      }
    }
  }

  private void finishColumn(WinogradMemory m, WinogradMemory.Backward back, Tensor dx, boolean fresh, int i, int q,
      int column) {
    int n = dx.planeSize();
    int shared = !fresh ? f.inputs : i > 0 ? 2 : 0;
    int top = i * f.outputs - rows.before();
    for (int r = 0; r < f.inputs; r++) {
      m.to[r] = r < shared ? back.added[r] : plane(dx, dx.shape(), top + r, column, m.outside);
    }
    f.inputGradient(back.inputColumns[q], m.to, n);
    for (int r = 0; r < shared; r++) {
      Sums.add(back.added[r], plane(dx, dx.shape(), top + r, column, m.outside), n);
    }
  }
}
