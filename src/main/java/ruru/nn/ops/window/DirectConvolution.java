package ruru.nn.ops.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.Sums;

/**
 * A convolution as one matrix product for every output position and tap: y_o = b + sum_t x_s(o,t) W_t, where a
 * position's plane [rows, channels] is an operand as it is and nothing is gathered. Taps on padding are left out.
 * Transposed convolutions are the same with another table of sources. With groups, every group has products of its own.
 *
 * <p>Backward: dW_t = sum_o x_s(o,t)^T dy_o, db = sum_o dy_o, dx_s = sum_(o,t) dy_o W_t^T.
 */
public record DirectConvolution(Taps taps, Filters filters, Shape outputShape) implements Op {

  /** bias: repeated for every row, in backward the sums of dy. */
  private static final class Memory {
    final float[] bias;
    float @Nullable [][] transposed;

    Memory(int rows, int filters) {
      bias = new float[rows * filters];
    }
  }

  @Override
  public int outputLength(int length) {
    return taps.outputLength(length);
  }

  @Override
  public Object memory(int rows) {
    return new Memory(rows, filters.count());
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    filters.repeatBias(p, m.bias, y.rows());
    for (int o = 0; o < y.positions(); o++) {
      int rows = y.rows(o);
      System.arraycopy(m.bias, 0, y.plane(o), 0, rows * y.channels());
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0) {
          multiply(p, x[0].plane(s), t, y.plane(o), rows);
        }
      }
    }
  }

  private void multiply(Pass p, float[] x, int t, float[] y, int rows) {
    for (int g = 0; g < filters.groups(); g++) {
      p.blas().gemm(false, false, rows, filters.width(), filters.depth(), 1, x, g * filters.depth(), filters.channels(),
          p.values(), filters.tap(t) + g * filters.width(), filters.count(), 1, y, g * filters.width(),
          filters.count());
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    p.clearFresh(filters.weight());
    Arrays.fill(m.bias, 0, dy.planeSize(), 0);
    for (int o = 0; o < dy.positions(); o++) {
      int rows = dy.rows(o);
      float[] d = dy.plane(o);
      if (filters.bias() != null) {
        Sums.add(d, m.bias, rows * dy.channels());
      }
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0) {
          weightGradient(p, x[0].plane(s), t, d, rows);
        }
      }
    }
    if (filters.bias() != null) {
      p.putRowSum(m.bias, dy.rows(), filters.bias());
    }
    if (dx[0] != null) {
      inputGradient(p, m, dy, dx[0]);
    }
  }

  private void weightGradient(Pass p, float[] x, int t, float[] dy, int rows) {
    for (int g = 0; g < filters.groups(); g++) {
      p.blas().gemm(true, false, filters.depth(), filters.width(), rows, 1, x, g * filters.depth(), filters.channels(),
          dy, g * filters.width(), filters.count(), 1, p.gradient(), filters.tap(t) + g * filters.width(),
          filters.count());
    }
  }

  /**
   * Puts the gradient into dx. The weight is transposed first, because products with a transposed right operand
   * are slower.
   *
   * @param memory the result of {@link #memory}
   */
  void inputGradient(Pass p, Object memory, Tensor dy, Tensor dx) {
    Memory m = (Memory) memory;
    if (m.transposed == null) {
      m.transposed = new float[taps.count()][filters.depth() * filters.count()];
    }
    filters.transposeTaps(p, m.transposed);
    p.clearFresh(0, dx);
    for (int o = 0; o < dy.positions(); o++) {
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, dx);
        if (s >= 0) {
          inputGradient(p.blas(), dy.plane(o), m.transposed[t], dx.plane(s), dy.rows(o));
        }
      }
    }
  }

  private void inputGradient(Blas blas, float[] dy, float[] weight, float[] dx, int rows) {
    int depth = filters.depth();
    int width = filters.width();
    for (int g = 0; g < filters.groups(); g++) {
      blas.gemm(false, false, rows, depth, width, 1, dy, g * width, filters.count(), weight, g * width * depth, depth,
          1, dx, g * depth, filters.channels());
    }
  }
}
