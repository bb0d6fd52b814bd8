package ruru.nn.layers;

import java.util.Arrays;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * The arithmetic of {@link Batchnorm}. What belongs to a channel is repeated for every row, as {@link ChannelLoops}
 * want it, and sums over positions run in one double per row and channel.
 *
 * <p>Backward, with s = 1 / sqrt(variance + epsilon), e = x - mean, W the sum of weights times positions, and sums
 * over all rows and positions: dgain = sum(dy e) s, dbias = sum(dy), dx = gain s (dy - weight / W (sum(dy) + e s^2
 * sum(dy e))).
 */
record BatchnormOp(Shape outputShape, double momentum, double epsilon, Parameter gain, Parameter bias, Parameter mean,
    Parameter variance) implements Op {

  /** mean and variance: those in use; they, sums and products are per channel, the rest per row and channel. */
  private static final class Memory {
    final double[] mean;
    final double[] variance;
    final double[] sum;
    final double[] product;
    final double[] sums;
    final double[] products;
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
      sums = new double[channels];
      products = new double[channels];
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
    ChannelLoops.averageRows(m.sum, p.weights(), m.weightSum * x.positions(), m.mean, x.rows());
    for (int j = 0; j < c; j++) {
      m.center[j] = (float) m.mean[j];
    }
    ChannelLoops.repeat(m.center, c, n);
    Arrays.fill(m.sum, 0, n, 0);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addSquaresTo(m.sum, x.plane(i), m.center, n);
    }
    ChannelLoops.averageRows(m.sum, p.weights(), m.weightSum * x.positions(), m.variance, x.rows());
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
    ChannelLoops.sumRows(m.sum, p.weights(), m.sums, dy.rows());
    ChannelLoops.sumRows(m.product, p.weights(), m.products, dy.rows());
    addParameterGradients(p, m);
    spread(p, m, dy.rows(), m.weightSum == 0 ? 0 : 1 / (m.weightSum * dy.positions()));
    for (int i = 0; dx[0] != null && i < dy.positions(); i++) {
      ChannelLoops.multiplyAdd(dy.plane(i), m.scale, dx[0].plane(i), n);
      ChannelLoops.subtract(x[0].plane(i), m.center, m.slope, m.shift, dx[0].plane(i), n);
    }
  }

  private void addParameterGradients(Pass p, Memory m) {
    float[] gradient = p.gradient();
    double move = m.weightSum * (1 - momentum);
    for (int j = 0; j < m.mean.length; j++) {
      gradient[gain.offset() + j] += (float) (m.products[j] / Math.sqrt(m.variance[j] + epsilon));
      gradient[bias.offset() + j] += (float) m.sums[j];
      gradient[mean.offset() + j] += (float) (move * (m.mean[j] - p.values()[mean.offset() + j]));
      gradient[variance.offset() + j] += (float) (move * (m.variance[j] - p.values()[variance.offset() + j]));
    }
  }

  /** What each row takes from scale * dy because its x moves mean and variance: shift + slope * e. */
  private void spread(Pass p, Memory m, int rows, double each) {
    int c = m.mean.length;
    for (int j = 0; j < c; j++) {
      m.sums[j] *= each * m.scale[j];
      m.products[j] *= each * m.scale[j] / (m.variance[j] + epsilon);
    }
    for (int r = 0; r < rows; r++) {
      float weight = p.weights()[r];
      for (int j = 0; j < c; j++) {
        m.shift[r * c + j] = (float) (weight * m.sums[j]);
        m.slope[r * c + j] = (float) (weight * m.products[j]);
      }
    }
  }
}
