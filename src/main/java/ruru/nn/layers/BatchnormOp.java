package ruru.nn.layers;

import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/**
 * The arithmetic of {@link Batchnorm}. What belongs to a channel is repeated for every row, as {@link ChannelLoops}
 * want it.
 *
 * <p>Backward, with s = 1 / sqrt(variance + epsilon), e = x - mean, W the sum of weights times positions, and sums
 * over all rows and positions: dgain = sum(dy e) s, dbias = sum(dy), dx = gain s (dy - weight / W (sum(dy) + e s^2
 * sum(dy e))).
 */
record BatchnormOp(Shape outputShape, double momentum, double epsilon, Parameter gain, Parameter bias, Parameter mean,
    Parameter variance) implements Op {

  /** mean and variance: those in use; center, scale, shift and slope are per row and channel, the rest per channel. */
  private static final class Memory {
    final double[] mean;
    final double[] variance;
    final float[] sums;
    final float[] products;
    final float[] center;
    final float[] scale;
    final float[] shift;
    final float[] slope;
    final ChannelSums sum;
    final ChannelSums product;
    double weightSum;

    Memory(int rows, int channels) {
      mean = new double[channels];
      variance = new double[channels];
      sums = new float[channels];
      products = new float[channels];
      center = new float[rows * channels];
      scale = new float[rows * channels];
      shift = new float[rows * channels];
      slope = new float[rows * channels];
      sum = new ChannelSums(rows, channels);
      product = new ChannelSums(rows, channels);
    }
  }

  @Override
  public Object memory(int rows) {
    return new Memory(rows, outputShape.channels());
  }

  @Override
  public boolean overwrites() {
    return true;
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

  /**
   * Mean and variance of the batch; the running ones stay in use if no row has a weight. What is added up are
   * differences from the row of the largest weight, which keep their digits in float32 where x itself is far from 0.
   */
  private static void measure(Pass p, Memory m, Tensor x) {
    int c = x.channels();
    int n = x.planeSize();
    m.weightSum = 0;
    int heaviest = 0;
    for (int r = 0; r < x.rows(); r++) {
      m.weightSum += p.weights()[r];
      heaviest = p.weights()[r] > p.weights()[heaviest] ? r : heaviest;
    }
    if (m.weightSum == 0) {
      return;
    }
    double total = m.weightSum * x.positions();
    System.arraycopy(x.plane(0), heaviest * c, m.center, 0, c);
    ChannelLoops.repeat(m.center, c, n);
    m.sum.start(x.positions(), n);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addDifferences(m.sum.plane(), x.plane(i), m.center, n);
      m.sum.next();
    }
    m.sum.weighted(p, m.sums);
    for (int j = 0; j < c; j++) {
      m.mean[j] = m.center[j] + m.sums[j] / total;
      m.center[j] = (float) m.mean[j];
    }
    ChannelLoops.repeat(m.center, c, n);
    m.sum.start(x.positions(), n);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addSquares(m.sum.plane(), x.plane(i), m.center, n);
      m.sum.next();
    }
    m.sum.weighted(p, m.sums);
    for (int j = 0; j < c; j++) {
      m.variance[j] = m.sums[j] / total;
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.planeSize();
    m.sum.start(dy.positions(), n);
    m.product.start(dy.positions(), n);
    for (int i = 0; i < dy.positions(); i++) {
      ChannelLoops.addWithProducts(m.sum.plane(), m.product.plane(), dy.plane(i), x[0].plane(i), m.center, n);
      m.sum.next();
      m.product.next();
    }
    m.sum.unweighted(p, m.sums);
    m.product.unweighted(p, m.products);
    setParameterGradients(p, m);
    if (dx[0] == null) {
      return;
    }
    spread(p, m, dy.rows(), m.weightSum == 0 ? 0 : 1 / (m.weightSum * dy.positions()));
    for (int i = 0; i < dy.positions(); i++) {
      float[] to = dx[0].plane(i);
      if (p.fresh(0)) {
        ChannelLoops.denormalise(dy.plane(i), m.scale, x[0].plane(i), m.center, m.slope, m.shift, to, n);
      } else {
        ChannelLoops.addDenormalised(dy.plane(i), m.scale, x[0].plane(i), m.center, m.slope, m.shift, to, n);
      }
    }
  }

  private void setParameterGradients(Pass p, Memory m) {
    float[] gradient = p.gradient();
    double move = m.weightSum * (1 - momentum);
    boolean fresh = p.gradientFresh();
    for (int j = 0; j < m.mean.length; j++) {
      set(gradient, gain.offset() + j, fresh, m.products[j] / Math.sqrt(m.variance[j] + epsilon));
      set(gradient, bias.offset() + j, fresh, m.sums[j]);
      set(gradient, mean.offset() + j, fresh, move * (m.mean[j] - p.values()[mean.offset() + j]));
      set(gradient, variance.offset() + j, fresh, move * (m.variance[j] - p.values()[variance.offset() + j]));
    }
  }

  private static void set(float[] gradient, int i, boolean fresh, double value) {
    gradient[i] = fresh ? (float) value : gradient[i] + (float) value;
  }

  /** What each row takes from scale * dy because its x moves mean and variance: shift + slope * e. */
  private void spread(Pass p, Memory m, int rows, double each) {
    int c = m.mean.length;
    for (int j = 0; j < c; j++) {
      m.sums[j] *= (float) (each * m.scale[j]);
      m.products[j] *= (float) (each * m.scale[j] / (m.variance[j] + epsilon));
    }
    for (int r = 0; r < rows; r++) {
      float weight = p.weights()[r];
      for (int j = 0; j < c; j++) {
        m.shift[r * c + j] = weight * m.sums[j];
        m.slope[r * c + j] = weight * m.products[j];
      }
    }
  }
}
