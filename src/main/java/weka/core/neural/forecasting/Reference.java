package weka.core.neural.forecasting;

/** What the values of a row of a time series are relative to. */
public enum Reference {
  /** Nothing: the level of the series matters. It is what a series with a level of its own returns to. */
  NOTHING("The lags are taken as they are, as the series stays around a level\n", ""),
  /** Differences from the mean of the lags. */
  MEAN("The rows are relative to the mean m of their own lags: each lag and the class are value - m; what follows is "
      + "in\nthese units\n", ""),
  /** Fractions of the mean of the lags, for a series that grows and swings in proportion. */
  RATIO("The rows are relative to the mean m of their own lags: each lag and the class are (value - m) / m; what "
      + "follows is in\nthese units\n", ", in units of the mean of the row's lags");

  /** A mean that is not this many deviations above 0 is too near to 0 to divide by. */
  private static final double FAR = 2;

  private final String text;
  private final String unit;

  Reference(String text, String unit) {
    this.text = text;
    this.unit = unit;
  }

  /** What is done, as lines of text. */
  String text() {
    return text;
  }

  /** What an error in these units is to be read with; may be empty. */
  String unit() {
    return unit;
  }

  /**
   * The level of a row: its values v become (v - centre) / scale.
   *
   * @param values the known lags of one series; at least one
   * @param count  how many
   */
  Level level(double[] values, int count) {
    if (this == NOTHING) {
      return Level.NONE;
    }
    double unit = Double.MIN_NORMAL;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      unit = Math.max(unit, Math.abs(values[i]));
      least = Math.min(least, values[i]);
    }
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += values[i] / unit / count;
    }
    if (this == MEAN) {
      return new Level(unit * mean, 1);
    }
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] / unit - mean) * (values[i] / unit - mean) / count;
    }
    double deviation = Math.sqrt(squares);
    boolean far = least > 0 && mean > FAR * deviation;
    double scale = far ? mean : deviation > 0 ? deviation : Math.abs(mean);
    return new Level(unit * mean, scale > 0 ? Math.max(Double.MIN_NORMAL, unit * scale) : 1);
  }

  /** Whether the values are far enough above 0 to be divided by their mean. */
  static boolean isFar(double[] values, int count) {
    Level level = RATIO.level(values, count);
    return level.scale() == level.centre();
  }
}
