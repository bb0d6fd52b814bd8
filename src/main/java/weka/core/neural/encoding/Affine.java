package weka.core.neural.encoding;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import weka.core.neural.Scaling;
import weka.core.neural.report.Numbers;

/** A scaling (x - centre) / scale, computed in double: values such as dates lose digits in float32. */
record Affine(double centre, double scale) implements Serializable {
  /** The identity. */
  static final Affine IDENTITY = new Affine(0, 1);
  /** The share of zeros from which a number counts as sparse. */
  static final double SPARSE = 0.9;
  /** As far from 0 as the two values are from each other of a number that has both equally often, standardised. */
  static final int USUAL = 2;

  /**
   * Fits to known values, each with a weight above 0. Sums are taken over values scaled to [-1, 1], so that squares of
   * large and small numbers stay finite and nonzero, and in two passes, so that a large mean costs the deviation no
   * digits.
   *
   * @return null if there is no value or all are equal
   */
  static @Nullable Affine fit(double[] values, double[] weights, int n, Scaling scaling) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double total = 0;
    for (int i = 0; i < n; i++) {
      double v = values[i];
      min = v < min ? v : min;
      max = v > max ? v : max;
      total += weights[i];
    }
    double half = max / 2 - min / 2;
    // Smaller differences are ignored: a subnormal number has no digits left to divide by.
    if (n == 0 || half < Double.MIN_NORMAL) {
      return null;
    }
    Affine range = new Affine(min + half, half);
    return switch (scaling) {
      case NONE -> IDENTITY;
      case RANGE -> range;
      case STANDARDISE -> standardise(values, weights, n, total, range);
    };
  }

  /**
   * The scaling of a number that is nearly always 0, as the count of a word in a text: 0 stays 0, and a value of usual
   * size, by the root mean square of those that are not 0, becomes {@value #USUAL}. Divided by its own deviation, which
   * is small, a word of one text in a thousand would outweigh all others.
   *
   * @return null if less than {@value #SPARSE} of the weight is of zeros, or no value is another
   */
  static @Nullable Affine sparse(double[] values, double[] weights, int n) {
    double total = 0;
    double others = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      total += weights[i];
      others += values[i] == 0 ? 0 : weights[i];
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (largest < Double.MIN_NORMAL || total - others < SPARSE * total) {
      return null;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double v = values[i] / largest;
      squares += weights[i] * v * v;
    }
    return new Affine(0, Math.max(Double.MIN_NORMAL, largest * Math.sqrt(squares / others) / USUAL));
  }

  private static Affine standardise(double[] values, double[] weights, int n, double total, Affine range) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * range.apply(values[i]);
    }
    double mean = sum / total;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = range.apply(values[i]) - mean;
      squares += weights[i] * d * d;
    }
    double deviation = Math.sqrt(squares / total);
    return new Affine(range.invert(mean), Math.max(Double.MIN_NORMAL, range.scale * deviation));
  }

  // Halves: the difference of two large numbers may be too large for a double.
  double apply(double x) {
    return (x / 2 - centre / 2) / (scale / 2);
  }

  double invert(double z) {
    return z * scale + centre;
  }

  boolean isIdentity() {
    return centre == 0 && scale == 1;
  }

  /** The centre as text, precise to the given decimals of the scaled value. */
  String centreText(int decimals) {
    return text(centre, decimals);
  }

  /** An unscaled value as text, precise to the given decimals of the scaled one. */
  String text(double value, int decimals) {
    return Numbers.text(value, decimals + Math.max(0, (int) -Math.floor(Math.log10(scale))));
  }

  String scaleText(int decimals) {
    return Numbers.text(scale, decimals);
  }
}
