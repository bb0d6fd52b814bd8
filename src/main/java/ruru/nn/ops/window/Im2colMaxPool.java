package ruru.nn.ops.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * {@link Im2colConvolution} fused with the max pooling after it, for adjacent windows: the large maps between the two
 * never leave the cache. The outputs at one place of all pooling windows are themselves a convolution with a larger
 * stride, called a part; so y is the element-wise maximum over the parts.
 *
 * <p>Backward computes the parts again, and {@link MaxWindows} scatters dy to the first of them that has the maximum.
 * There is no gradient with respect to the input: only a network's first layer runs in this way.
 *
 * @param parts the convolutions at the places of a window, in row order
 * @param conv  the columns of the convolution
 * @param pool  the columns of the pooling
 */
record Im2colMaxPool(Im2col[] parts, Axis conv, Axis pool, Shape outputShape) implements Op {
  /** The most places of a pooling window; each has its own arrays. */
  private static final int MAX_PLACES = 16;

  /**
   * @param x    per channel [positions, rows]
   * @param k    K^T of each part
   * @param y    outputs of each part, [outputs * rows, filters]; then their gradients
   * @param max  maxima
   * @param rest what remains of dy for later parts
   */
  private record Memory(int outputs, float[][] x, float[][] k, float[][] y, float[] max, float[] rest) {}

  /** Both ops as one, or null if windows overlap, reach over the edge or are too large. */
  static @Nullable Im2colMaxPool of(Im2col conv, MaxPoolOp pool) {
    Axis rows = pool.window().rows();
    Axis columns = pool.window().columns();
    boolean fits = rows.in() == conv.rows().out() && columns.in() == conv.columns().out();
    if (!fits || !isSideBySide(rows) || !isSideBySide(columns) || rows.taps() * columns.taps() > MAX_PLACES) {
      return null;
    }
    Im2col[] parts = new Im2col[rows.taps() * columns.taps()];
    for (int t = 0; t < parts.length; t++) {
      parts[t] = new Im2col(at(conv.rows(), rows, t / columns.taps()),
          at(conv.columns(), columns, t % columns.taps()), conv.filters());
    }
    return new Im2colMaxPool(parts, conv.columns(), columns, pool.outputShape());
  }

  private static boolean isSideBySide(Axis pool) {
    boolean inside = pool.before() == 0 && (pool.out() - 1) * pool.stride() + pool.taps() <= pool.in();
    return inside && pool.stride() >= pool.taps() && pool.dilation() == 1;
  }

  /** The outputs of a convolution at one place of all pooling windows. */
  private static Axis at(Axis conv, Axis pool, int tap) {
    return new Axis(conv.in(), pool.out(), conv.taps(), conv.stride() * pool.stride(),
        conv.before() - tap * conv.stride(), conv.dilation(), conv.beyond());
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public int outputLength(int length) {
    return pool.outputs(conv.outputs(length));
  }

  @Override
  public Object memory(int n) {
    Im2col part = parts[0];
    int outputs = part.outputs(n);
    int size = outputs * n * part.filters().count();
    return new Memory(outputs, part.channels(n), new float[parts.length][part.height() * outputs * n],
        new float[parts.length][size], new float[size], new float[size]);
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int size = y.planeSize();
    int across = Math.min(parts[0].columns().out(), y.positions());
    parts[0].split(x[0], m.x);
    for (int row = 0; row < parts[0].rows().out(); row++) {
      for (int first = 0; first < across; first += m.outputs) {
        int width = Math.min(m.outputs, across - first);
        maxima(p, m, x[0], row, first, width);
        for (int j = 0; j < width; j++) {
          System.arraycopy(m.max, j * size, y.plane(row * across + first + j), 0, size);
        }
      }
    }
  }

  /** The outputs of all parts and their maxima. */
  private void maxima(Pass p, Memory m, Tensor x, int row, int first, int width) {
    int n = x.rows();
    for (int t = 0; t < parts.length; t++) {
      parts[t].gather(m.x, parts[t].width(x), m.k[t], row, first, width, n);
      parts[t].multiply(p, m.k[t], m.y[t], width * n);
      if (x.isRagged()) {
        hideWhatIsNone(parts[t], t == 0 ? 1 : 0, x, first, width, m.y[t]);
      }
    }
    MaxWindows.max(m.y, m.max, width * n * parts[0].filters().count());
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.rows();
    int size = dy.planeSize();
    int across = Math.min(parts[0].columns().out(), dy.positions());
    parts[0].filters().clearFresh(p);
    for (int row = 0; row < parts[0].rows().out(); row++) {
      for (int first = 0; first < across; first += m.outputs) {
        int width = Math.min(m.outputs, across - first);
        maxima(p, m, x[0], row, first, width);
        for (int j = 0; j < width; j++) {
          System.arraycopy(dy.plane(row * across + first + j), 0, m.rest, j * size, size);
        }
        MaxWindows.scatterToMax(m.rest, m.max, m.y, width * size);
        for (int t = 0; t < parts.length; t++) {
          parts[t].addGradient(p, m.k[t], m.y[t], width * n);
        }
      }
    }
  }

  /**
   * The largest element of a window must not be one beyond the end of a row.
   *
   * @param least outputs that every row has
   */
  private static void hideWhatIsNone(Im2col part, int least, Tensor x, int first, int width, float[] y) {
    int c = part.filters().count();
    for (int r = 0; r < x.rows(); r++) {
      int own = Math.max(least, part.columns().wholeOutputs(x.length(r)));
      for (int j = Math.max(0, own - first); j < width; j++) {
        int at = (j * x.rows() + r) * c;
        Arrays.fill(y, at, at + c, -Float.MAX_VALUE);
      }
    }
  }
}
