package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * A convolution of few channels, as on pixels. Products over so few channels are slow, so the inputs of all taps are
 * put together: for neighbouring outputs of a row, a matrix K^T [taps * channels + 1, outputs * rows], whose last row
 * is ones, gives y = K [W; b]. Its rows are pieces of the input's channels, each copied to an array of its own
 * [positions, rows] once, so that they are whole stretches of memory at stride 1.
 *
 * <p>Backward: [dW; db] = K^T dy, because the bias lies behind the weight in the parameters; dx as in {@link
 * ConvByTaps}.
 */
record ConvByColumns(Axis rows, Axis columns, Filters filters, ConvByTaps byTaps) implements Op {
  /** Multiply-adds of a product; OpenBLAS is fastest below a million. */
  private static final int PRODUCT = 1_000_000;

  /**
   * @param outputs outputs that a product takes together
   * @param x       per channel [positions, rows]
   * @param k       K^T, [taps * channels + 1, outputs * rows]
   * @param y       outputs of a product, [outputs * rows, filters]
   */
  private record Memory(int outputs, float[][] x, float[] k, float[] y, Object byTaps) {}

  @Override
  public Shape outputShape() {
    return byTaps.outputShape();
  }

  @Override
  public boolean overwrites() {
    return true;
  }

  @Override
  public boolean readsInput() {
    return false;
  }

  /** Rows of K^T. */
  private int height() {
    return rows.taps() * columns.taps() * filters.channels() + (filters.bias() == null ? 0 : 1);
  }

  @Override
  public Object memory(int n) {
    long each = (long) n * height() * filters.count();
    int outputs = (int) Math.max(1, Math.min(columns.out(), PRODUCT / each));
    return new Memory(outputs, new float[filters.channels()][rows.in() * columns.in() * n],
        new float[height() * outputs * n], new float[outputs * n * filters.count()], byTaps.memory(n));
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int n = y.rows();
    int count = filters.count();
    for (int i = 0; i < x[0].positions(); i++) {
      split(x[0].plane(i), m.x, i, n);
    }
    for (int row = 0; row < rows.out(); row++) {
      for (int first = 0; first < columns.out(); first += m.outputs) {
        int width = Math.min(m.outputs, columns.out() - first);
        gather(m, row, first, width, n);
        p.blas().gemm(true, false, width * n, count, height(), 1, m.k, 0, width * n, p.values(),
            filters.weight().offset(), count, 0, m.y, 0, count);
        for (int j = 0; j < width; j++) {
          System.arraycopy(m.y, j * n * count, y.plane(row * columns.out() + first + j), 0, n * count);
        }
      }
    }
  }

  /** Copies a plane [rows, channels] to position i of each channel. */
  private static void split(float[] plane, float[][] to, int i, int n) {
    if (to.length == 1) {
      System.arraycopy(plane, 0, to[0], i * n, n);
      return;
    }
    for (int c = 0; c < to.length; c++) {
      float[] channel = to[c];
      for (int r = 0; r < n; r++) {
        channel[i * n + r] = plane[r * to.length + c];
      }
    }
  }

  /** Fills K^T for outputs of one row. */
  private void gather(Memory m, int row, int first, int width, int n) {
    int at = 0;
    for (int t = 0; t < rows.taps() * columns.taps(); t++) {
      int from = rows.source(row, t / columns.taps());
      boolean inside = from >= 0 && from < rows.in();
      for (int c = 0; c < filters.channels(); c++, at += width * n) {
        if (inside) {
          gather(m.x[c], from * columns.in(), t % columns.taps(), first, width, n, m.k, at);
        } else {
          Arrays.fill(m.k, at, at + width * n, 0);
        }
      }
    }
    if (filters.bias() != null) {
      Arrays.fill(m.k, at, at + width * n, 1);
    }
  }

  private void gather(float[] x, int row, int tap, int first, int width, int n, float[] k, int at) {
    int start = columns.source(first, tap);
    if (columns.stride() == 1) {
      int low = Math.min(width, Math.max(0, -start));
      int high = Math.max(low, Math.min(width, columns.in() - start));
      Arrays.fill(k, at, at + low * n, 0);
      System.arraycopy(x, (row + start + low) * n, k, at + low * n, (high - low) * n);
      Arrays.fill(k, at + high * n, at + width * n, 0);
      return;
    }
    for (int j = 0, s = start; j < width; j++, s += columns.stride()) {
      if (s >= 0 && s < columns.in()) {
        System.arraycopy(x, (row + s) * n, k, at + j * n, n);
      } else {
        Arrays.fill(k, at + j * n, at + j * n + n, 0);
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.rows();
    int count = filters.count();
    filters.clearFresh(p);
    for (int row = 0; row < rows.out(); row++) {
      for (int first = 0; first < columns.out(); first += m.outputs) {
        int width = Math.min(m.outputs, columns.out() - first);
        gather(m, row, first, width, n);
        for (int j = 0; j < width; j++) {
          System.arraycopy(dy.plane(row * columns.out() + first + j), 0, m.y, j * n * count, n * count);
        }
        p.blas().gemm(false, false, height(), count, width * n, 1, m.k, 0, width * n, m.y, 0, count, 1, p.gradient(),
            filters.weight().offset(), count);
      }
    }
    if (dx[0] != null) {
      byTaps.inputGradient(p, m.byTaps, dy, dx[0]);
    }
  }
}
