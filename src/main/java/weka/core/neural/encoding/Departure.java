package weka.core.neural.encoding;

/**
 * What a value adds to the error of its row where training had one value only. Training says nothing of a spread by
 * which the difference could be scaled, so any other value counts like a nominal one that training never saw, and a
 * number besides by ln(1 + |v - c| / |c|), with 1 for |c| where the constant c is 0: the surprise at a size of which
 * nothing is known but that it is one (a density in proportion to 1 / size).
 */
public final class Departure {
  /** The smallest probability that a value is given when its surprise is worked out. */
  static final double SMALLEST_PROBABILITY = 1e-6;
  /** The surprise of a value that training never saw. */
  private static final double UNSEEN = -Math.log(SMALLEST_PROBABILITY);
  /** Differences up to this part of the constant are those of rounding. */
  private static final double ROUNDING = 1e-9;

  private Departure() {}

  /**
   * @param constant NaN if training knew no value
   * @param number   whether differences have a size
   */
  public static double of(double value, double constant, boolean number) {
    // Halves: the difference of two large numbers may be too large for a double.
    double half = Math.abs(value / 2 - constant / 2);
    double unit = constant == 0 ? 1 : Math.abs(constant);
    if (value == constant || half <= ROUNDING * Math.abs(constant) / 2) {
      return 0;
    }
    return !number || Double.isNaN(constant) ? UNSEEN
        : UNSEEN + Math.log1p(Math.min(Double.MAX_VALUE, half / (unit / 2)));
  }
}
