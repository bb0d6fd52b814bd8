package ruru.nn.losses;

import ruru.nn.Tensor;

/** Output counts, and the links from outputs to predictions, that several losses share. */
final class OutputLinks {
  private OutputLinks() {}

  /** One output per class, but a single one for two classes. */
  static int outputs(int classes) {
    return classes == 2 ? 1 : classes;
  }

  /** The outputs as they are. */
  static void copy(Tensor out, Tensor prediction) {
    for (int p = 0; p < out.positions(); p++) {
      System.arraycopy(out.plane(p), 0, prediction.plane(p), 0, out.planeSize());
    }
  }

  /** Outputs clipped to [0, 1] and divided by their sum; equal probabilities where all are 0. */
  static void clipAndNormalise(Tensor out, Tensor prediction) {
    int c = out.channels();
    float[] y = out.matrix();
    float[] p = prediction.matrix();
    for (int r = 0; r < out.rows(); r++) {
      float sum = 0;
      for (int j = r * c; j < (r + 1) * c; j++) {
        p[j] = Math.min(1, Math.max(0, y[j]));
        sum += p[j];
      }
      for (int j = r * c; j < (r + 1) * c; j++) {
        p[j] = sum > 0 ? p[j] / sum : 1f / c;
      }
    }
  }

  /** One output for two classes: 1 / (1 + exp(-z)) for the second. */
  static void logistic(Tensor out, Tensor prediction) {
    float[] z = out.matrix();
    float[] p = prediction.matrix();
    for (int r = 0; r < out.rows(); r++) {
      p[2 * r] = (float) (1 / (1 + Math.exp(z[r])));
      p[2 * r + 1] = 1 - p[2 * r];
    }
  }

  /** At each position exp(z_j) / sum_k exp(z_k); the largest z is subtracted first, so that nothing overflows. */
  static void softmax(Tensor out, Tensor prediction) {
    int c = out.channels();
    for (int p = 0; p < out.positions(); p++) {
      for (int r = 0; r < out.rows(); r++) {
        softmax(out.plane(p), prediction.plane(p), r * c, c);
      }
    }
  }

  /** The same over the elements from .. from + c alone. */
  static void softmax(float[] z, float[] p, int from, int c) {
    float top = z[argMax(z, from, c)];
    double total = 0;
    for (int j = from; j < from + c; j++) {
      p[j] = (float) Math.exp(z[j] - top);
      total += p[j];
    }
    for (int j = from; j < from + c; j++) {
      p[j] /= (float) total;
    }
  }

  /** Index of the largest of z[from .. from + c), the first if there are several. */
  static int argMax(float[] z, int from, int c) {
    int best = from;
    for (int j = from + 1; j < from + c; j++) {
      best = z[j] > z[best] ? j : best;
    }
    return best;
  }
}
