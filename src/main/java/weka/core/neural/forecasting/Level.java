package weka.core.neural.forecasting;

/** The level of a series in one row: a value v becomes (v - centre) / scale. */
record Level(double centre, double scale) {
  static final Level NONE = new Level(0, 1);

  // Halves: the difference of two large numbers may be too large for a double.
  double apply(double value) {
    return finite((value / 2 - centre / 2) / (scale / 2));
  }

  double invert(double relative) {
    return finite(relative * scale + centre);
  }

  private static double finite(double value) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }
}
