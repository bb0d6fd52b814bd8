package ruru.nn.ops;

import ruru.nn.BatchOp;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.BatchNorm;

/**
 * The arithmetic of {@link BatchNorm}. Per-channel values are repeated for every row, as {@link ChannelLoops} expect.
 * Of series that differ in length, only a row's own steps count.
 *
 * <p>Backward, with s = 1 / sqrt(variance + epsilon), e = x - mean, W the sum of weights times positions, t the weight
 * of the batch in mean and variance (1, unless it has few rows), and sums over all rows and positions of the batch:
 * dgain = sum(dy e) s, dbias = sum(dy), dx = gain s (dy - t weight / W (sum(dy) + e s^2 sum(dy e))).
 */
public record BatchNormOp(Shape outputShape, double momentum, double epsilon, Parameter gain, Parameter bias,
    Parameter mean, Parameter variance) implements BatchOp {
  /**
   * Of these rows: rowWeights, weight (with positions), ownMean and ownVariance, sums, products. Of the batch:
   * batchRowWeights, batchWeight, batchMean, batchVariance, batchSums, batchProducts. mean and variance are those in
   * use; center, scale, shift and slope are per row and channel, all else per channel.
   */
  private static final class Memory {
    final double[] ownMean;
    final double[] ownVariance;
    final double[] batchMean;
    final double[] batchVariance;
    final double[] mean;
    final double[] variance;
    final float[] sums;
    final float[] products;
    final double[] batchSums;
    final double[] batchProducts;
    final float[] center;
    final float[] scale;
    final float[] shift;
    final float[] slope;
    final ChannelSums sum;
    final ChannelSums product;
    double rowWeights;
    double weight;
    double batchWeight;
    double batchRowWeights;
    /** The weight of the batch in mean and variance. */
    double trust;

    Memory(int rows, int channels) {
      ownMean = new double[channels];
      ownVariance = new double[channels];
      batchMean = new double[channels];
      batchVariance = new double[channels];
      mean = new double[channels];
      variance = new double[channels];
      sums = new float[channels];
      products = new float[channels];
      batchSums = new double[channels];
      batchProducts = new double[channels];
      center = new float[rows * channels];
      scale = new float[rows * channels];
      shift = new float[rows * channels];
      slope = new float[rows * channels];
      sum = new ChannelSums(rows, channels);
      product = new ChannelSums(rows, channels);
    }
  }

  @Override
  public int outputLength(int length) {
    return length;
  }

  @Override
  public Object memory(int rows) {
    return new Memory(rows, outputShape.channels());
  }

  /**
   * Mean and variance of these rows. Sums are taken over differences from the row of the largest weight, which keep
   * their digits in float32 where x itself is far from 0.
   */
  @Override
  public void measure(Pass p, Tensor[] in) {
    Memory m = p.memory();
    Tensor x = in[0];
    int c = x.channels();
    int n = x.planeSize();
    m.rowWeights = 0;
    m.weight = 0;
    int heaviest = 0;
    for (int r = 0; r < x.rows(); r++) {
      m.rowWeights += p.weights()[r];
      m.weight += (double) p.weights()[r] * x.length(r);
      heaviest = p.weights()[r] > p.weights()[heaviest] ? r : heaviest;
    }
    if (m.weight == 0) {
      return;
    }
    System.arraycopy(x.plane(0), heaviest * c, m.center, 0, c);
    ChannelLoops.repeat(m.center, c, n);
    m.sum.start(x.positions(), n);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addDifferences(m.sum.plane(), x.plane(i), m.center, x.rows(i) * c);
      m.sum.next();
    }
    m.sum.weighted(p, m.sums);
    for (int j = 0; j < c; j++) {
      m.ownMean[j] = m.center[j] + m.sums[j] / m.weight;
      m.center[j] = (float) m.ownMean[j];
    }
    ChannelLoops.repeat(m.center, c, n);
    m.sum.start(x.positions(), n);
    for (int i = 0; i < x.positions(); i++) {
      ChannelLoops.addSquares(m.sum.plane(), x.plane(i), m.center, x.rows(i) * c);
      m.sum.next();
    }
    m.sum.weighted(p, m.sums);
    for (int j = 0; j < c; j++) {
      m.ownVariance[j] = m.sums[j] / m.weight;
    }
  }

  /** By the law of total variance: the mean of the parts' variances and the variance of their means (Chan 1979). */
  @Override
  public void merge(Object[] memories, int parts) {
    double total = 0;
    double rows = 0;
    for (int i = 0; i < parts; i++) {
      total += ((Memory) memories[i]).weight;
      rows += ((Memory) memories[i]).rowWeights;
    }
    for (int i = 0; i < parts; i++) {
      ((Memory) memories[i]).batchWeight = total;
      ((Memory) memories[i]).batchRowWeights = rows;
    }
    for (int j = 0; total > 0 && j < outputShape.channels(); j++) {
      double sum = 0;
      for (int i = 0; i < parts; i++) {
        Memory m = (Memory) memories[i];
        sum += m.weight == 0 ? 0 : m.weight / total * m.ownMean[j];
      }
      double squares = 0;
      for (int i = 0; i < parts; i++) {
        Memory m = (Memory) memories[i];
        double off = m.ownMean[j] - sum;
        squares += m.weight == 0 ? 0 : m.weight / total * (m.ownVariance[j] + off * off);
      }
      for (int i = 0; i < parts; i++) {
        ((Memory) memories[i]).batchMean[j] = sum;
        ((Memory) memories[i]).batchVariance[j] = squares;
      }
    }
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int c = y.channels();
    int n = y.planeSize();
    choose(p, m);
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

  /** Sets the mean and variance that rows are normalised by; the running ones in prediction. */
  private void choose(Pass p, Memory m) {
    m.trust = p.training() && m.batchWeight > 0 ? p.trust(m.batchWeight / m.batchRowWeights) : 0;
    for (int j = 0; j < m.mean.length; j++) {
      double runningMean = p.values()[mean.offset() + j];
      double running = runningVariance(p, j);
      if (m.trust == 0) {
        m.mean[j] = runningMean;
        m.variance[j] = running;
      } else if (m.trust == 1) {
        m.mean[j] = m.batchMean[j];
        m.variance[j] = m.batchVariance[j];
      } else {
        double off = m.batchMean[j] - runningMean;
        m.mean[j] = runningMean + m.trust * off;
        m.variance[j] = mixed(running, m.batchVariance[j], m.trust, off);
      }
    }
  }

  /** Where a batch replaces the old values, rounding can leave a value below 0. */
  private double runningVariance(Pass p, int channel) {
    return Math.max(0, p.values()[variance.offset() + channel]);
  }

  /**
   * The weight of the batch in the running statistics: by its rows for the first batches, by momentum for later ones.
   */
  private double batchFraction(Pass p, Memory m) {
    return m.trust == 0 ? 0 : Math.max((1 - momentum) * m.trust, p.fractionSoFar(m.batchWeight / m.batchRowWeights));
  }

  /** The variance of a mixture of two sets, given the second one's weight and the difference of the means. */
  private static double mixed(double first, double second, double weight, double off) {
    return first + weight * (second - first) + weight * (1 - weight) * off * off;
  }

  @Override
  public void measureBackward(Pass p, Tensor[] x, Tensor y, Tensor dy) {
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
  }

  @Override
  public void mergeBackward(Object[] memories, int parts) {
    for (int j = 0; j < outputShape.channels(); j++) {
      double sum = 0;
      double product = 0;
      for (int i = 0; i < parts; i++) {
        sum += ((Memory) memories[i]).sums[j];
        product += ((Memory) memories[i]).products[j];
      }
      for (int i = 0; i < parts; i++) {
        ((Memory) memories[i]).batchSums[j] = sum;
        ((Memory) memories[i]).batchProducts[j] = product;
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int n = dy.planeSize();
    setParameterGradients(p, m);
    if (dx[0] == null) {
      return;
    }
    spread(p, m, dy.rows());
    for (int i = 0; i < dy.positions(); i++) {
      float[] to = dx[0].plane(i);
      if (p.fresh(0)) {
        ChannelLoops.denormalise(dy.plane(i), m.scale, x[0].plane(i), m.center, m.slope, m.shift, to, n);
      } else {
        ChannelLoops.addDenormalised(dy.plane(i), m.scale, x[0].plane(i), m.center, m.slope, m.shift, to, n);
      }
    }
  }

  /** Every part moves the running statistics in proportion to its part of the batch's weight. */
  private void setParameterGradients(Pass p, Memory m) {
    float[] gradient = p.gradient();
    double fraction = batchFraction(p, m);
    p.clearFresh(gain);
    p.clearFresh(bias);
    p.clearFresh(mean);
    p.clearFresh(variance);
    for (int j = 0; j < m.mean.length; j++) {
      double runningMean = p.values()[mean.offset() + j];
      double running = runningVariance(p, j);
      double off = m.batchMean[j] - runningMean;
      double next = mixed(running, m.batchVariance[j], fraction, off);
      gradient[gain.offset() + j] += (float) (m.products[j] / Math.sqrt(m.variance[j] + epsilon));
      gradient[bias.offset() + j] += m.sums[j];
      gradient[mean.offset() + j] += (float) (m.rowWeights == 0 ? 0 : m.rowWeights * fraction * off);
      gradient[variance.offset() + j] += (float) (m.rowWeights == 0 ? 0 : m.rowWeights * (next - running));
    }
  }

  /** What is subtracted from each row's scale * dy because its x moves mean and variance: shift + slope * e. */
  private void spread(Pass p, Memory m, int rows) {
    int c = m.mean.length;
    double each = m.trust == 0 ? 0 : m.trust / m.batchWeight;
    for (int j = 0; j < c; j++) {
      m.sums[j] = (float) (each * m.scale[j] * m.batchSums[j]);
      m.products[j] = (float) (each * m.scale[j] / (m.variance[j] + epsilon) * m.batchProducts[j]);
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
