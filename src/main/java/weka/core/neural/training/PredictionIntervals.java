package weka.core.neural.training;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Statistics;
import weka.core.neural.options.Auto;

/**
 * Prediction intervals for a number, from the errors on held-out rows; part of the model.
 *
 * <p>Half the width of an interval is a quantile of the absolute residuals: with n rows, a fraction k / (n + 1) of new
 * ones lies within the k-th smallest. Source: split conformal prediction, Lei et al. 2018, arXiv:1604.04173, section
 * 2.2. Beyond the largest residual the width grows like that of a normal distribution, so that few rows give wide
 * intervals, not infinite ones.
 */
public final class PredictionIntervals implements Serializable {
  private static final long serialVersionUID = 1;
  /** The most residuals kept. */
  static final int MOST = 10_000;

  /** By absolute value, smallest first. */
  private final double[] residuals;
  /** Cumulative fractions up to each residual, from 0 to 1. */
  private final double[] shares;
  private final double bandwidth;
  private final int rows;
  private final @Nullable String missing;
  /** What the numbers are to be read with; null in models saved before there was anything. */
  private final @Nullable String unit;
  /** The logarithm of each residual's weight. */
  private transient volatile double @Nullable [] logShares;

  private PredictionIntervals(double[] residuals, double[] shares, double bandwidth, int rows,
      @Nullable String missing, @Nullable String unit) {
    this.residuals = residuals;
    this.shares = shares;
    this.bandwidth = bandwidth;
    this.rows = rows;
    this.missing = missing;
    this.unit = unit;
  }

  /** @param why the reason that there are none, and what to do */
  static PredictionIntervals missing(String why) {
    return new PredictionIntervals(new double[0], new double[0], Double.NaN, 0, why, null);
  }

  /**
   * @param residuals true minus predicted, in the class's units; at least one
   * @param weights   above 0, one per residual
   * @param rows the number of rows that they come from; a row may occur more than once
   */
  static PredictionIntervals of(double[] residuals, double[] weights, int rows) {
    int n = residuals.length;
    int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> Math.abs(residuals[i])))
        .mapToInt(i -> i).toArray();
    double total = Arrays.stream(weights).sum();
    double[] sorted = new double[n];
    double[] shares = new double[n];
    double sum = 0;
    double squares = 0;
    // Scaled to their own size, so that squares of large residuals stay finite.
    double unit = Math.max(Double.MIN_NORMAL, Math.abs(finite(residuals[order[n - 1]])));
    for (int i = 0; i < n; i++) {
      sorted[i] = finite(residuals[order[i]]);
      sum += weights[order[i]];
      shares[i] = sum / total * rows / (rows + 1);
      squares += weights[order[i]] * (sorted[i] / unit) * (sorted[i] / unit);
    }
    // Silverman 1986, "Density Estimation", (3.28): optimal for normal residuals with mean about 0.
    double bandwidth = finite(1.06 * unit * Math.sqrt(squares / total) * Math.pow(rows, -0.2));
    return new PredictionIntervals(thinned(sorted), thinned(shares), bandwidth, rows, null, null);
  }

  /** The same in words, for errors in units of their own, such as ", in units of the mean of the row's lags". */
  PredictionIntervals in(String units) {
    return new PredictionIntervals(residuals, shares, bandwidth, rows, missing, units);
  }

  static PredictionIntervals switchedOff() {
    return missing("switched off by '-intervals none'");
  }

  static PredictionIntervals stopped() {
    return missing("training was stopped before errors were measured");
  }

  /** During training. */
  public static PredictionIntervals untilDone() {
    return missing("training has not finished");
  }

  static PredictionIntervals oneRow() {
    return missing("trained on one row, so that none could be held out");
  }

  /** Intervals for predicting the mean of the class, by leaving out each row in turn. */
  public static PredictionIntervals ofMean(Instances data, Auto<Integer> folds) {
    if (folds.text().equals(Auto.NONE)) {
      return switchedOff();
    }
    if (data.numInstances() < 2) {
      return oneRow();
    }
    double mean = data.meanOrMode(data.classIndex());
    double total = data.sumOfWeights();
    double[] residuals = new double[data.numInstances()];
    double[] weights = new double[residuals.length];
    int measured = 0;
    for (Instance row : data) {
      double others = total - row.weight();
      // Beside a row that weighs more than a double has digits there is nothing to predict it by.
      if (others > 0) {
        weights[measured] = row.weight();
        residuals[measured++] = (row.classValue() - mean) * (total / others);
      }
    }
    return of(Arrays.copyOf(residuals, measured), Arrays.copyOf(weights, measured), measured);
  }

  /** Values at equal intervals, the last one included. */
  private static double[] thinned(double[] values) {
    int step = (values.length + MOST - 1) / MOST;
    int n = (values.length + step - 1) / step;
    return IntStream.range(0, n).mapToDouble(i -> values[values.length - 1 - (n - 1 - i) * step]).toArray();
  }

  /**
   * The distance from the prediction within which the given fraction of new values is expected; infinite if no errors
   * were measured.
   *
   * @throws IllegalArgumentException if the fraction is not above 0 and below 1
   */
  public double halfWidth(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("the confidence of an interval must be above 0 and below 1, got "
          + confidence);
    }
    if (missing != null) {
      return Double.POSITIVE_INFINITY;
    }
    int last = residuals.length - 1;
    if (confidence > shares[last]) {
      return finite(Math.abs(residuals[last]) * normalWidth(confidence) / normalWidth(shares[last]));
    }
    int at = Arrays.binarySearch(shares, confidence);
    return Math.abs(residuals[at >= 0 ? at : -at - 1]);
  }

  /** Numbers near the largest of all have differences that are none. */
  private static double finite(double d) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, d));
  }

  /** The distance from 0 within which a standard normal variable lies with the given probability. */
  private static double normalWidth(double probability) {
    return Statistics.normalInverse((1 + probability) / 2);
  }

  /**
   * The interval around a prediction, as {@link weka.classifiers.IntervalEstimator} wants it.
   *
   * @param scale      what one unit of the errors is in those of the prediction
   * @param confidence the expected coverage, above 0 and below 1
   * @return [1][2]: lower and upper bound
   */
  public double[][] around(double prediction, double scale, double confidence) {
    double half = halfWidth(confidence) * scale;
    double most = half < Double.POSITIVE_INFINITY ? Double.MAX_VALUE : half;
    return new double[][] {{Math.max(-most, prediction - half), Math.min(most, prediction + half)}};
  }

  /**
   * The log density of a value at the given distance above its prediction: a mean of normal densities around the
   * residuals. NaN if no errors were measured.
   */
  public double logDensity(double deviation) {
    if (missing != null) {
      return Double.NaN;
    }
    if (bandwidth == 0) {
      return deviation == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    double[] logs = logShares();
    double[] exponents = new double[residuals.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < exponents.length; i++) {
      double z = (deviation - residuals[i]) / bandwidth;
      exponents[i] = logs[i] - z * z / 2;
      largest = Math.max(largest, exponents[i]);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double e : exponents) {
      sum += Math.exp(e - largest);
    }
    return largest + Math.log(sum / shares[shares.length - 1]) - Math.log(bandwidth * Math.sqrt(2 * Math.PI));
  }

  private double[] logShares() {
    double[] logs = logShares;
    if (logs == null) {
      logs = IntStream.range(0, shares.length).mapToDouble(i -> Math.log(shares[i] - (i == 0 ? 0 : shares[i - 1])))
          .toArray();
      logShares = logs;
    }
    return logs;
  }

  /** What is known about the errors, as one line. */
  public String describe() {
    return missing != null ? "Intervals: none, " + missing + "\n"
        : "Intervals: 95 % of new values are expected within " + String.format(Locale.ROOT, "%.4g", halfWidth(0.95))
            + " of the prediction" + (unit == null ? "" : unit) + ", by the errors on " + rows + " held-out rows\n";
  }

  /** The number of residuals kept. */
  int size() {
    return residuals.length;
  }
}
