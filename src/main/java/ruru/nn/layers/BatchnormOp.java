package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * The arithmetic of {@link Batchnorm}. What belongs to a channel is repeated for every row, as {@link ChannelLoops} want
 * it, and sums over positions run in one double per row and channel.
 *
 * <p>Backward, with s = 1 / sqrt(variance + epsilon), e = x - mean, W the sum of weights times positions, and sums over
 * all rows and positions: dgain = sum(dy e) s, dbias = sum(dy),
 * dx = gain s (dy - weight / W (sum(dy) + e s^2 sum(dy e))).
 */
record BatchnormOp(Shape outputShape, double momentum, double epsilon, Parameter gain, Parameter bias, Parameter mean,
    Parameter variance) implements Op {

  /** mean and variance: those in use, per channel; the other arrays: per row and channel. */
  private static final class Memory {
    final double[] mean;
    final double[] variance;
    final double[] sum;
    final double[] product;
    final float[] center;
    final float[] scale;
    final float[] shift;
    final float[] slope;
    double weightSum;

    Memory(int rows, int channels) {
      mean = new double[channels];
      variance = new double[channels];
      sum = new double[rows * channels];
      product = new double[rows * channels];
      center = new float[rows * channels];
      scale = new float[rows * channels];
      shift = new float[rows * channels];
      slope = new float[rows * channels];
    }
  }

  @Override
  public Object memory(int rows) {
    return new Memory(rows, outputShape.channels());
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int c = y.channels();
    int n = y.planeSize();
    for (int j = 0; j < c; j++) {
      m.mean[j] = p.values()[mean.offset() + j];
      m.variance[j] = p.values()[variance.offset() + j];
    }
    if (p.training()) {
      measure(p, m, x[0]);
    }
    for (int j = 0; j < c; j++) {
      m.center[j] = (float) m.mean[j];
      m.scale[j] = (float) (p.values()[gain.offset() + j] / Math.sqrt(m.variance[j] + epsilon));
      m.shift[j] = p.values()[bias.offset() + j];
    }
    ChannelLoops.repeat(m.center, c, n);
    ChannelLoops.repeat(m.scale, c, n);
    ChannelLoops.repeat(m.shift, c, n);
    for (int i = 0; i < y.positions(); i++) {
      ChannelLoops.normalise(x[0].plane(i), m.center, m.scale, m.shift, y.plane(i), n);
    }
  }

  /** Mean and variance of the batch; the running ones stay in use if no row has a weight. */
  private static void measure(Pass p, Memory m, Tensor x) {
    int c = x.channels();
    int n = x.planeSize();
    m.weightSum = 0;
    for (int r = 0; r < x.rows(); r++) {
      m.weightSum += p.weights()[r];
    }
    if (m.weightSum == 0) {
      return;
    }
    Arrays.fill(m.sum, 0, n, 0);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addTo(m.sum, x.plane(i), n);
    }
    average(p, m, x, m.mean);
    for (int j = 0; j < c; j++) {
      m.center[j] = (float) m.mean[j];
    }
    ChannelLoops.repeat(m.center, c, n);
    Arrays.fill(m.sum, 0, n, 0);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addSquaresTo(m.sum, x.plane(i), m.center, n);
    }
    average(p, m, x, m.variance);
  }

  private static void average(Pass p, Memory m, Tensor x, double[] result) {
    int c = x.channels();
    Arrays.fill(result, 0);
    for (int r = 0; r < x.rows(); r++) {
      double share = p.weights()[r] / (m.weightSum * x.positions());
      for (int j = 0; share != 0 && j < c; j++) {
        result[j] += share * m.sum[r * c + j];
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int c = dy.channels();
    int n = dy.planeSize();
    Arrays.fill(m.sum, 0, n, 0);
    Arrays.fill(m.product, 0, n, 0);
    for (int i = 0; i < dy.positions(); i++) {
      ChannelLoops.addTo(m.sum, dy.plane(i), n);
      ChannelLoops.addProductsTo(m.product, dy.plane(i), x[0].plane(i), m.center, n);
    }
    double each = m.weightSum == 0 ? 0 : 1 / (m.weightSum * dy.positions());
    for (int j = 0; j < c; j++) {
      channel(p, m, j, c, dy.rows(), each);
    }
    for (int i = 0; dx[0] != null && i < dy.positions(); i++) {
      ChannelLoops.multiplyAdd(dy.plane(i), m.scale, dx[0].plane(i), n);
      ChannelLoops.subtract(x[0].plane(i), m.center, m.slope, m.shift, dx[0].plane(i), n);
    }
  }

  /** Parameter gradients of a channel, and per row what is taken from scale * dy: shift + slope * e. */
  private void channel(Pass p, Memory m, int j, int c, int rows, double each) {
    double sum = 0;
    double product = 0;
    for (int r = 0; r < rows; r++) {
      if (p.weights()[r] != 0) {
        sum += m.sum[r * c + j];
        product += m.product[r * c + j];
      }
    }
    float[] gradient = p.gradient();
    double s = 1 / Math.sqrt(m.variance[j] + epsilon);
    gradient[gain.offset() + j] += (float) (product * s);
    gradient[bias.offset() + j] += (float) sum;
    double move = m.weightSum * (1 - momentum);
    gradient[mean.offset() + j] += (float) (move * (m.mean[j] - p.values()[mean.offset() + j]));
    gradient[variance.offset() + j] += (float) (move * (m.variance[j] - p.values()[variance.offset() + j]));
    for (int r = 0; r < rows; r++) {
      double share = p.weights()[r] * each * m.scale[j];
      m.shift[r * c + j] = (float) (share * sum);
      m.slope[r * c + j] = (float) (share * product * s * s);
    }
  }
}
