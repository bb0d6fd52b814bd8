package ruru.nn.ops.window;

import org.jspecify.annotations.Nullable;
import ruru.nn.FusesWithMaxPool;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * A convolution of few channels, as on pixels. Products over so few channels are slow, so the inputs of all taps are
 * gathered: see {@link Im2col}. Backward: dx as in {@link DirectConvolution}.
 */
record Im2colConvolution(Im2col columns, DirectConvolution byTaps) implements FusesWithMaxPool {
  /**
   * @param x per channel [positions, rows]
   * @param k K^T, [taps * channels + 1, outputs * rows]
   * @param y outputs of a product, [outputs * rows, filters]
   */
  private record Memory(int outputs, float[][] x, float[] k, float[] y, Object byTaps) {}

  @Override
  public Shape outputShape() {
    return byTaps.outputShape();
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public @Nullable Op fusedWith(MaxPool pool) {
    return pool instanceof MaxPoolOp p ? Im2colMaxPool.of(columns, p) : null;
  }

  @Override
  public int outputLength(int length) {
    return byTaps.outputLength(length);
  }

  @Override
  public Object memory(int n) {
    int outputs = columns.outputs(n);
    return new Memory(outputs, columns.channels(n), new float[columns.height() * outputs * n],
        new float[outputs * n * columns.filters().count()], byTaps.memory(n));
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int n = y.rows();
    int size = y.planeSize();
    int across = Math.min(columns.columns().out(), y.positions());
    columns.split(x[0], m.x);
    for (int row = 0; row < columns.rows().out(); row++) {
      for (int first = 0; first < across; first += m.outputs) {
        int width = Math.min(m.outputs, across - first);
        columns.gather(m.x, columns.width(x[0]), m.k, row, first, width, n);
        columns.multiply(p, m.k, m.y, width * n);
        for (int j = 0; j < width; j++) {
          System.arraycopy(m.y, j * size, y.plane(row * across + first + j), 0, size);
        }
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.rows();
    int size = dy.planeSize();
    int across = Math.min(columns.columns().out(), dy.positions());
    columns.filters().clearFresh(p);
    for (int row = 0; row < columns.rows().out(); row++) {
      for (int first = 0; first < across; first += m.outputs) {
        int width = Math.min(m.outputs, across - first);
        columns.gather(m.x, columns.width(x[0]), m.k, row, first, width, n);
        for (int j = 0; j < width; j++) {
          System.arraycopy(dy.plane(row * across + first + j), 0, m.y, j * size, size);
        }
        columns.addGradient(p, m.k, m.y, width * n);
      }
    }
    if (dx[0] != null) {
      byTaps.inputGradient(p, m.byTaps, dy, dx[0]);
    }
  }
}
