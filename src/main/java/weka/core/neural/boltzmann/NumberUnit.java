package weka.core.neural.boltzmann;

import java.io.Serializable;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * A number as a visible unit: (x - least) / (most - least), from 0 to 1, or standardised after that. A number that was
 * constant in training is 0 where it is the same, else 1.
 *
 * @param half      half the range, which may be too large for a double itself; 0 for a constant
 * @param mean      of the number in [0, 1]
 * @param deviation the standard deviation of the number in [0, 1]
 * @param gaussian  whether it is standardised; otherwise it is cut to [0, 1]
 * @param two       whether it only has two values
 */
record NumberUnit(double least, double half, double mean, double deviation, boolean gaussian, boolean two)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a value is infinite
   */
  static NumberUnit learn(Instances rows, Attribute a, boolean gaussian) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Instance row : rows) {
      double x = row.value(a);
      if (Double.isInfinite(x)) {
        throw new IllegalArgumentException("attribute '" + Excerpt.of(a.name()) + "': " + x + " has no place in a "
            + "range; expected finite numbers, or '?' for what is not known");
      }
      least = x < least ? x : least;
      most = x > most ? x : most;
    }
    double half = most / 2 - least / 2;
    if (!(half >= Double.MIN_NORMAL)) {
      return new NumberUnit(least == Double.POSITIVE_INFINITY ? 0 : least, 0, 0, 1, gaussian, false);
    }
    NumberUnit range = new NumberUnit(least, half, 0, 1, false, false);
    double total = 0;
    double sum = 0;
    boolean two = true;
    for (Instance row : rows) {
      if (!row.isMissing(a)) {
        double z = range.encode(row.value(a));
        two &= z == 0 || z == 1;
        sum += row.weight() * z;
        total += row.weight();
      }
    }
    double squares = 0;
    for (Instance row : rows) {
      if (!row.isMissing(a)) {
        double d = range.encode(row.value(a)) - sum / total;
        squares += row.weight() * d * d;
      }
    }
    return new NumberUnit(least, half, sum / total, Math.max(Double.MIN_NORMAL, Math.sqrt(squares / total)), gaussian,
        two);
  }

  boolean isConstant() {
    return half == 0;
  }

  double encode(double x) {
    if (isConstant()) {
      return x == least ? 0 : 1;
    }
    // Halves: the difference of two large numbers may be too large for a double.
    double z = (x / 2 - least / 2) / half;
    return gaussian ? (z - mean) / deviation : Math.max(0, Math.min(1, z));
  }

  /** What stands for a missing value. */
  double middle() {
    return gaussian ? 0 : mean;
  }

  double decode(double v) {
    double z = gaussian ? v * deviation + mean : v;
    return isConstant() ? least : least + half * z + half * z;
  }
}
