package weka.core.neural.synthetic;

import java.math.BigDecimal;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The smallest and the largest number of each attribute, and how many decimals it has, so that a new value is one that
 * could have been measured.
 */
final class KnownRange {
  /** With more, numbers are not rounded. */
  private static final int MOST_DECIMALS = 6;

  private final double[] least;
  private final double[] most;
  private final int[] decimals;

  private KnownRange(double[] least, double[] most, int[] decimals) {
    this.least = least;
    this.most = most;
    this.decimals = decimals;
  }

  static KnownRange learn(Instances data) {
    int n = data.numAttributes();
    KnownRange range = new KnownRange(new double[n], new double[n], new int[n]);
    for (int a = 0; a < n; a++) {
      range.least[a] = Double.POSITIVE_INFINITY;
      range.most[a] = Double.NEGATIVE_INFINITY;
      for (Instance row : data) {
        if (!row.isMissing(a)) {
          range.least[a] = Math.min(range.least[a], row.value(a));
          range.most[a] = Math.max(range.most[a], row.value(a));
          range.decimals[a] = Math.max(range.decimals[a], decimals(row.value(a), range.decimals[a]));
        }
      }
    }
    return range;
  }

  private static int decimals(double value, int atLeast) {
    double scaled = value * Math.pow(10, atLeast);
    return atLeast > MOST_DECIMALS || scaled == Math.rint(scaled) ? atLeast
        : Math.max(0, new BigDecimal(Double.toString(value)).stripTrailingZeros().scale());
  }

  /** The nearest number that has as many decimals, within the range. */
  double nearest(int attribute, double value) {
    double inside = Math.max(least[attribute], Math.min(most[attribute], value));
    if (decimals[attribute] > MOST_DECIMALS) {
      return inside;
    }
    double scale = Math.pow(10, decimals[attribute]);
    return Math.rint(inside * scale) / scale;
  }
}
