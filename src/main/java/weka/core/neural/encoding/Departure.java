package weka.core.neural.encoding;

/**
 * What a value adds to its row's error if training had only one value. Training then gives no spread by which the
 * difference could be scaled, so any other value counts like a nominal one that training never saw, plus, for a number,
 * ln(1 + |v - c| / |c|), with 1 for |c| if the constant c is 0: the surprise at a number of unknown scale (a density
 * proportional to 1 / size).
 */
public final class Departure {
  /** The smallest probability used when computing the surprise of a value. */
  static final double SMALLEST_PROBABILITY = 1e-6;
  /** The surprise of a value that training never saw. */
  private static final double UNSEEN = -Math.log(SMALLEST_PROBABILITY);
  /** Differences up to this fraction of the constant are rounding errors. */
  private static final double ROUNDING = 1e-9;

  private Departure() {}

  /**
   * @param constant NaN if training knew no value
   * @param number whether the value is a number, whose differences have a size
   */
  public static double of(double value, double constant, boolean number) {
    // Halved: the difference of two large numbers may overflow a double.
    double half = Math.abs(value / 2 - constant / 2);
    double unit = constant == 0 ? 1 : Math.abs(constant);
    if (value == constant || half <= ROUNDING * Math.abs(constant) / 2) {
      return 0;
    }
    return !number || Double.isNaN(constant) ? UNSEEN
        : UNSEEN + Math.log1p(Math.min(Double.MAX_VALUE, half / (unit / 2)));
  }
}
