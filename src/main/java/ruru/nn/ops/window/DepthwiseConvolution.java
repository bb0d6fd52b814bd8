package ruru.nn.ops.window;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.ChannelLoops;
import ruru.nn.ops.Sums;

/**
 * A depthwise convolution with one filter for each channel: y_o = b + sum_t x_s(o,t) * w_t, element by element, with
 * the weights of a tap repeated for every row. Backward: dw_t = sum over o and rows of x_s(o,t) * dy_o,
 * dx_s = sum_(o,t) dy_o * w_t.
 */
record DepthwiseConvolution(Taps taps, Filters filters, Shape outputShape) implements Op {

  /** weights: per tap, repeated for every row, in backward their gradients; bias: likewise. */
  private record Memory(float[][] weights, float[][] gradients, float[] bias) {}

  @Override
  public int outputLength(int length) {
    return taps.outputLength(length);
  }

  @Override
  public Object memory(int rows) {
    int n = rows * filters.count();
    return new Memory(new float[taps.count()][n], new float[taps.count()][n], new float[n]);
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int n = y.planeSize();
    filters.repeatBias(p, m.bias, y.rows());
    for (int t = 0; t < taps.count(); t++) {
      System.arraycopy(p.values(), filters.tap(t), m.weights[t], 0, filters.count());
      ChannelLoops.repeat(m.weights[t], filters.count(), n);
    }
    for (int o = 0; o < y.positions(); o++) {
      System.arraycopy(m.bias, 0, y.plane(o), 0, n);
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0) {
          ChannelLoops.multiplyAdd(x[0].plane(s), m.weights[t], y.plane(o), n);
        }
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.planeSize();
    p.clearFresh(0, dx[0]);
    Arrays.fill(m.bias, 0, n, 0);
    for (float[] g : m.gradients) {
      Arrays.fill(g, 0, n, 0);
    }
    for (int o = 0; o < dy.positions(); o++) {
      float[] d = dy.plane(o);
      Sums.add(d, m.bias, n);
      for (int t = 0; t < taps.count(); t++) {
        int s = taps.source(o, t, x[0]);
        if (s >= 0) {
          ChannelLoops.multiplyAdd(d, x[0].plane(s), m.gradients[t], n);
          if (dx[0] != null) {
            ChannelLoops.multiplyAdd(d, m.weights[t], dx[0].plane(s), n);
          }
        }
      }
    }
    for (int t = 0; t < taps.count(); t++) {
      p.sumRows(m.gradients[t], 0, dy.rows(), filters.count(), p.beta(filters.weight()), p.gradient(), filters.tap(t));
    }
    if (filters.bias() != null) {
      p.putRowSum(m.bias, dy.rows(), filters.bias());
    }
  }
}
