package ruru.nn.ops.window;

import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.AvgPool;
import ruru.nn.layers.GlobalAvgPool;
import ruru.nn.ops.Sums;

/** The arithmetic of {@link AvgPool} and {@link GlobalAvgPool}. */
public record AvgPoolOp(Taps taps, Shape outputShape) implements Op {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public int outputLength(int length) {
    return taps.outputLength(length);
  }

  @Override
  public Object memory(int rows) {
    return new float[rows * outputShape.channels()];
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.planeSize();
    for (int o = 0; o < y.positions(); o++) {
      float[] to = y.plane(o);
      boolean first = true;
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0 && first) {
          System.arraycopy(x[0].plane(s), 0, to, 0, n);
          first = false;
        } else if (s >= 0) {
          Sums.add(x[0].plane(s), to, n);
        }
      }
      divide(o, x[0], to, to, n);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    p.clearFresh(0, dx[0]);
    int n = dy.planeSize();
    float[] spread = p.memory();
    for (int o = 0; o < dy.positions(); o++) {
      divide(o, x[0], dy.plane(o), spread, n);
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0) {
          Sums.add(spread, dx[0].plane(s), n);
        }
      }
    }
  }

  /** Divides the rows of an output's plane by the number of positions that its window has in them. */
  private void divide(int output, Tensor x, float[] from, float[] to, int n) {
    if (!x.isRagged()) {
      scale(from, 1f / inside(output, x.positions()), to, 0, n);
      return;
    }
    int c = x.channels();
    float factor = 0;
    for (int r = 0; r < x.rows(); r++) {
      if (r == 0 || x.length(r) != x.length(r - 1)) {
        factor = 1f / Math.max(1, inside(output, x.length(r)));
      }
      scale(from, factor, to, r * c, (r + 1) * c);
    }
  }

  /** Positions of a window below a length. */
  private int inside(int output, int length) {
    int count = 0;
    for (int t = 0; t < taps.count(); t++) {
      int s = taps.source(output, t);
      count += s >= 0 && s < length ? 1 : 0;
    }
    return count;
  }

  private static void scale(float[] from, float factor, float[] to, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] = from[i] * factor;
    }
  }
}
