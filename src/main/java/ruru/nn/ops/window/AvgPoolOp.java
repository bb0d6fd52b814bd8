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
  public Object memory(int rows) {
    return new float[rows * outputShape.channels()];
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int n = y.planeSize();
    for (int o = 0; o < taps.outputs(); o++) {
      float[] to = y.plane(o);
      int inside = 0;
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t);
        if (s >= 0 && inside++ == 0) {
          System.arraycopy(x[0].plane(s), 0, to, 0, n);
        } else if (s >= 0) {
          Sums.add(x[0].plane(s), to, n);
        }
      }
      scale(to, 1f / inside, to, n);
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
    for (int o = 0; o < taps.outputs(); o++) {
      scale(dy.plane(o), 1f / inside(o), spread, n);
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t);
        if (s >= 0) {
          Sums.add(spread, dx[0].plane(s), n);
        }
      }
    }
  }

  private int inside(int output) {
    int count = 0;
    for (int t = 0; t < taps.count(); t++) {
      count += taps.source(output, t) >= 0 ? 1 : 0;
    }
    return count;
  }

  private static void scale(float[] from, float factor, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = from[i] * factor;
    }
  }
}
