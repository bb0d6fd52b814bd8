package ruru.nn.ops.window;

import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * Bilinear upsampling: output o along an axis is at s = (o + 1/2) / factor - 1/2 of the input (clamped to it), and
 * weights floor(s) by 1 - (s - floor(s)) and the next position by the rest; with two axes the four neighbours are
 * weighted by the products. Centres of pixels are aligned, as in Keras and in PyTorch (align_corners = false).
 * Backward: dx gets dy times the same weights.
 */
public record BilinearOp(int height, int width, int rows, int columns, Shape outputShape) implements Op {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  private static float place(int output, int factor, int size) {
    return Math.min(size - 1, Math.max(0, (output + 0.5f) / factor - 0.5f));
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    for (int o = 0; o < y.positions(); o++) {
      float row = place(o / (width * columns), rows, height);
      float column = place(o % (width * columns), columns, width);
      int i = (int) row;
      int j = (int) column;
      int below = Math.min(i + 1, height - 1);
      int right = Math.min(j + 1, width - 1);
      mix(x[0].plane(i * width + j), x[0].plane(i * width + right), x[0].plane(below * width + j),
          x[0].plane(below * width + right), row - i, column - j, y.plane(o), y.planeSize());
    }
  }

  private static void mix(float[] a, float[] b, float[] c, float[] d, float down, float right, float[] to, int n) {
    float wa = (1 - down) * (1 - right);
    float wb = (1 - down) * right;
    float wc = down * (1 - right);
    float wd = down * right;
    for (int i = 0; i < n; i++) {
      to[i] = wa * a[i] + wb * b[i] + (wc * c[i] + wd * d[i]);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    p.clearFresh(0, dx[0]);
    for (int o = 0; o < dy.positions(); o++) {
      float row = place(o / (width * columns), rows, height);
      float column = place(o % (width * columns), columns, width);
      int i = (int) row;
      int j = (int) column;
      float down = row - i;
      float right = column - j;
      float[] d = dy.plane(o);
      add(d, (1 - down) * (1 - right), dx[0], i, j);
      add(d, (1 - down) * right, dx[0], i, j + 1);
      add(d, down * (1 - right), dx[0], i + 1, j);
      add(d, down * right, dx[0], i + 1, j + 1);
    }
  }

  /** A weight above 0 means that the position is inside. */
  private void add(float[] d, float weight, Tensor dx, int row, int column) {
    if (weight > 0) {
      addScaled(d, weight, dx.plane(row * width + column), dx.planeSize());
    }
  }

  private static void addScaled(float[] d, float weight, float[] to, int n) {
    for (int i = 0; i < n; i++) {
      to[i] += weight * d[i];
    }
  }
}
