package weka.core.neural.autoencoder;

/** Weighted means and variances of columns, computed incrementally (West 1979); NaN is left out. */
final class Moments {
  private final double[] weights;
  private final double[] means;
  private final double[] squares;

  Moments(int columns) {
    weights = new double[columns];
    means = new double[columns];
    squares = new double[columns];
  }

  /** Adds a row of weight above 0 that starts at an index. */
  void add(float[] values, int from, double weight) {
    for (int i = 0; i < means.length; i++) {
      double v = values[from + i];
      if (!Double.isNaN(v) && weight > 0) {
        weights[i] += weight;
        double step = v - means[i];
        means[i] += step * weight / weights[i];
        squares[i] += weight * step * (v - means[i]);
      }
    }
  }

  /** Divided by the sum of the weights; 0 for a column without values. */
  double variance(int column) {
    return weights[column] == 0 ? 0 : squares[column] / weights[column];
  }
}
