package weka.core.neural;

import java.io.Serializable;

/** A scaling (x - centre) / scale, worked out in double: values such as dates lose their digits in float32. */
record Affine(double centre, double scale) implements Serializable {
  /** Beyond this a scaled value is cut, so that a wild value at prediction time stays a number. */
  private static final double LIMIT = 1e6;

  /**
   * Fits to known values, each with a weight above 0; two passes, so that a large mean costs no digits of the deviation.
   *
   * @return null if there is no value or all are equal
   */
  static Affine fit(double[] values, double[] weights, int n, Scaling scaling) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
      sum += weights[i] * values[i];
      total += weights[i];
    }
    if (n == 0 || min == max) {
      return null;
    }
    double mean = sum / total;
    return switch (scaling) {
      case NONE -> new Affine(0, 1);
      case RANGE -> new Affine(min + (max - min) / 2, (max - min) / 2);
      case STANDARDISE -> new Affine(mean, deviation(values, weights, n, mean, total));
    };
  }

  private static double deviation(double[] values, double[] weights, int n, double mean, double total) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = values[i] - mean;
      squares += weights[i] * d * d;
    }
    return Math.sqrt(squares / total);
  }

  float apply(double x) {
    return (float) Math.max(-LIMIT, Math.min(LIMIT, (x - centre) / scale));
  }

  double invert(double z) {
    return z * scale + centre;
  }
}
