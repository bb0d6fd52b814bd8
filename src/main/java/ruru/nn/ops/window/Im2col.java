package ruru.nn.ops.window;

import java.util.Arrays;
import ruru.nn.Pass;
import ruru.nn.Tensor;

/**
 * The inputs of a convolution's taps, gathered: for neighbouring outputs of a row, a matrix K^T [taps * channels +
 * 1, outputs * rows], whose last row is ones, gives y = K [W; b] in one product. Its rows are pieces of the input's
 * channels, each copied once to its own array [positions, rows], so that they are contiguous in memory.
 */
record Im2col(Axis rows, Axis columns, Filters filters) {
  /** Multiply-adds of a product; OpenBLAS is fastest below a million. */
  private static final int PRODUCT = 1_000_000;

  /** Rows of K^T. */
  int height() {
    return rows.taps() * columns.taps() * filters.channels() + (filters.bias() == null ? 0 : 1);
  }

  /** Outputs of a row that one product for n rows computes. */
  int outputs(int n) {
    long each = (long) n * height() * filters.count();
    return (int) Math.max(1, Math.min(columns.out(), PRODUCT / each));
  }

  /** Memory for {@link #split}. */
  float[][] channels(int n) {
    return new float[filters.channels()][rows.in() * columns.in() * n];
  }

  /** Copies the input to an array for each channel, [positions, rows], the columns in the order of {@link #place}. */
  void split(Tensor x, float[][] to) {
    for (int i = 0; i < x.positions(); i++) {
      int column = i % columns.in();
      split(x.plane(i), to, i - column + place(column), x.rows());
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

  /** Columns of the input that count: fewer than there are if the longest series ends before. */
  int width(Tensor x) {
    return Math.min(columns.in(), x.positions());
  }

  /**
   * Fills K^T for some outputs of a row.
   *
   * @param in columns of x that count
   */
  void gather(float[][] x, int in, float[] k, int row, int first, int width, int n) {
    int at = 0;
    for (int t = 0; t < rows.taps() * columns.taps(); t++) {
      int from = rows.source(row, t / columns.taps());
      boolean inside = from >= 0 && from < rows.in();
      for (int c = 0; c < filters.channels(); c++, at += width * n) {
        if (inside) {
          gather(x[c], in, from * columns.in(), t % columns.taps(), first, width, n, k, at);
        } else {
          Arrays.fill(k, at, at + width * n, 0);
        }
      }
    }
    if (filters.bias() != null) {
      Arrays.fill(k, at, at + width * n, 1);
    }
  }

  private void gather(float[] x, int in, int row, int tap, int first, int width, int n, float[] k, int at) {
    int start = columns.source(first, tap);
    int low = Math.min(width, steps(-start));
    int high = Math.max(low, Math.min(width, steps(in - start)));
    Arrays.fill(k, at, at + low * n, 0);
    if (low < high) {
      System.arraycopy(x, (row + place(start + low * columns.stride())) * n, k, at + low * n, (high - low) * n);
    }
    Arrays.fill(k, at + high * n, at + width * n, 0);
  }

  /** The smallest number of strides that cover a distance. */
  private int steps(int distance) {
    return distance <= 0 ? 0 : (distance - 1) / columns.stride() + 1;
  }

  /** The place of a column in its row: columns that the outputs of a row read at one tap are adjacent. */
  private int place(int column) {
    int phase = column % columns.stride();
    int before = phase * (columns.in() / columns.stride()) + Math.min(phase, columns.in() % columns.stride());
    return before + column / columns.stride();
  }

  /** y = K [W; b] for m rows of K. */
  void multiply(Pass p, float[] k, float[] y, int m) {
    p.blas().gemm(true, false, m, filters.count(), height(), 1, k, 0, m, p.values(), filters.weight().offset(),
        filters.count(), 0, y, 0, filters.count());
  }

  /** Adds K^T dy to the gradient with respect to [W; b], because the bias follows the weight in the parameters. */
  void addGradient(Pass p, float[] k, float[] dy, int m) {
    p.blas().gemm(false, false, height(), filters.count(), m, 1, k, 0, m, dy, 0, filters.count(), 1, p.gradient(),
        filters.weight().offset(), filters.count());
  }
}
