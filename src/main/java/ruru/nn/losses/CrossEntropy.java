package ruru.nn.losses;

import java.util.Arrays;
import ruru.nn.Description;
import ruru.nn.FloatMath;
import ruru.nn.Loss;
import ruru.nn.Tensor;

/**
 * Softmax and cross-entropy: p_j = exp(z_j) / sum_k exp(z_k), L = -sum_j t_j log p_j, gradient p - t.
 * The targets t of a row sum to 1. For stability the largest logit is subtracted before exponentiating.
 *
 * <p>Outputs that are maps or a series have a class at each position (dense prediction): L is the sum over the
 * positions, and a position's targets sum to its weight s, so that L = -sum_j t_j log p_j and the gradient is s p - t.
 * Targets of 0 make a position count for nothing.
 *
 * <p>Source: Bridle 1990; Goodfellow, Bengio, Courville 2016, "Deep Learning", section 6.2.2.3.
 */
@Description("Softmax with cross-entropy: -log of the probability given to the true class.")
public record CrossEntropy() implements Loss {
  /** One logarithm of a product is cheaper than the logarithms of its factors, of which each fits into a float. */
  private static final double LARGE = 1e200;

  @Override
  public boolean fits(Task task) {
    return task == Task.CLASSES;
  }

  @Override
  public double value(Tensor out, Tensor target, float[] weight) {
    int c = out.channels();
    double sum = 0;
    for (int p = 0; p < out.positions(); p++) {
      float[] z = out.plane(p);
      float[] t = target.plane(p);
      for (int r = 0; r < out.rows(); r++) {
        sum += weight[r] == 0 ? 0 : weight[r] * rowLoss(z, t, r * c, c);
      }
    }
    return sum;
  }

  private static double rowLoss(float[] z, float[] t, int from, int c) {
    double log = z[OutputLinks.argMax(z, from, c)];
    double total = 0;
    double targets = 0;
    double chosen = 0;
    for (int j = from; j < from + c; j++) {
      total += Math.exp(z[j] - log);
      targets += t[j];
      chosen += (double) t[j] * z[j];
    }
    log += Math.log(total);
    return targets * log - chosen;
  }

  @Override
  public double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut) {
    double sum = 0;
    for (int p = 0; p < out.positions(); p++) {
      sum += gradient(out, p, target.plane(p), weight, dOut.plane(p));
    }
    return sum;
  }

  private static double gradient(Tensor out, int position, float[] t, float[] weight, float[] d) {
    int c = out.channels();
    boolean single = out.shape().rank() == 1;
    double sum = -subtractLargest(out.plane(position), t, weight, d, out.rows(), c);
    // Over all rows at once: one long loop that the compiler can vectorise.
    for (int j = 0; j < out.planeSize(); j++) {
      d[j] = FloatMath.exp(d[j]);
    }
    double product = 1;
    for (int r = 0; r < out.rows(); r++) {
      int from = r * c;
      float w = weight[r];
      if (w == 0) {
        Arrays.fill(d, from, from + c, 0);
        continue;
      }
      float total = 0;
      double targets = 0;
      for (int j = from; j < from + c; j++) {
        total += d[j];
        targets += t[j];
      }
      float scale = (single ? w : (float) (w * targets)) / total;
      for (int j = from; j < from + c; j++) {
        d[j] = d[j] * scale - w * t[j];
      }
      if (w * targets == 1 && product < LARGE) {
        product *= total;
      } else {
        sum += w * targets * Math.log(total);
      }
    }
    return sum + Math.log(product);
  }

  /** e_j = z_j minus the row's largest z; returns the sum of weight t_j e_j. */
  private static double subtractLargest(float[] z, float[] t, float[] weight, float[] e, int rows, int c) {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      int from = r * c;
      float top = z[OutputLinks.argMax(z, from, c)];
      double chosen = 0;
      for (int j = from; j < from + c; j++) {
        e[j] = z[j] - top;
        chosen += (double) t[j] * e[j];
      }
      sum += weight[r] == 0 ? 0 : weight[r] * chosen;
    }
    return sum;
  }

  @Override
  public void predict(Tensor out, Task task, Tensor prediction) {
    OutputLinks.softmax(out, prediction);
  }
}
