package weka.core.neural.forecasting;

import java.util.stream.IntStream;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.forecasting.LagColumns.Lag;

/**
 * Forecasts of several steps from rows whose values are known, to measure how good they are: each prediction takes the
 * place of the value in the lags of later rows, as it does when the future is forecast.
 */
public final class ClosedLoop {
  /** Predicts numbers in the class's own units. */
  @FunctionalInterface
  public interface Predictor {
    double[] predict(Instances rows) throws InterruptedException;
  }

  /** The most steps ahead. */
  private static final int AHEAD = 24;
  /** The most rows that forecasts begin at. */
  private static final int ORIGINS = 200;
  private static final double ROUNDING = 1e-9;
  /** No error is taken for smaller than this share of the variance. */
  private static final double LEAST = 1e-12;

  private final Instances rows;
  private final LagColumns columns;
  private final int ahead;

  /** @param rows in the order of time; if they do not follow each other, forecasts are of one step */
  public ClosedLoop(Instances rows, LagColumns columns) {
    this.rows = rows;
    this.columns = columns;
    ahead = isSeries(rows, columns) ? AHEAD : 1;
  }

  /** The most steps ahead that can be forecast. */
  public int ahead() {
    return ahead;
  }

  /** Whether rows follow each other: the lags of each are the class values of those before. */
  public static boolean isSeries(Instances rows, LagColumns columns) {
    for (Lag lag : columns.own()) {
      if (lag.steps().isEmpty()) {
        return false;
      }
      for (int r = lag.age(); r < rows.size() && lag.steps().size() == 1; r++) {
        double earlier = rows.get(r - lag.age()).classValue();
        double value = rows.get(r).value(lag.index());
        if (!Double.isNaN(value) && !(Math.abs(value - earlier) <= ROUNDING * Math.abs(earlier))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * How far forecasts are off that begin at a row or later: for each number of steps ahead the sum of the squared
   * errors and their count.
   *
   * @param sums to add to: [steps][2], at least {@link #ahead} of them
   */
  public void measure(Predictor predictor, int from, double[][] sums) throws InterruptedException {
    int apart = Math.max(1, (rows.size() - from) / ORIGINS);
    int[] origins = IntStream.range(from, rows.size()).filter(r -> (r - from) % apart == 0).toArray();
    double[][] predicted = new double[origins.length][ahead];
    for (int h = 0; h < ahead; h++) {
      int step = h;
      int[] left = IntStream.range(0, origins.length).filter(o -> origins[o] + step < rows.size()).toArray();
      if (left.length == 0) {
        return;
      }
      Instances next = new Instances(rows, left.length);
      for (int o : left) {
        next.add(rows.get(origins[o] + h));
        feed(next.get(next.size() - 1), origins[o], h, predicted[o]);
      }
      double[] values = predictor.predict(next);
      for (int i = 0; i < left.length; i++) {
        predicted[left[i]][h] = values[i];
        double error = rows.get(origins[left[i]] + h).classValue() - values[i];
        sums[h][0] += error * error;
        sums[h][1]++;
      }
    }
  }

  /** Puts the predictions so far in the place of the lags. */
  private void feed(Instance row, int origin, int h, double[] predicted) {
    for (Lag lag : columns.own()) {
      double sum = 0;
      boolean fed = false;
      for (int steps : lag.steps()) {
        int at = origin + h - steps;
        fed |= steps <= h;
        sum += steps <= h ? predicted[h - steps] : at >= 0 ? rows.get(at).classValue() : Double.NaN;
      }
      if (fed && !Double.isNaN(sum)) {
        row.setValue(lag.index(), sum / lag.steps().size());
      }
    }
  }

  /**
   * One number for all steps: the geometric mean over the forecasts of the mean squared error at their number of steps.
   *
   * @param nearness a forecast h steps ahead counts as h to minus this power: with 0 all count the same, with 1 the
   *                 nearest steps count most
   */
  public double score(double[][] sums, double nearness) {
    double mean = rows.stream().mapToDouble(Instance::classValue).average().orElse(0);
    double least = LEAST * rows.stream().mapToDouble(r -> Math.pow(r.classValue() - mean, 2)).average().orElse(0);
    double logs = 0;
    double weights = 0;
    for (int h = 0; h < sums.length && sums[h][1] > 0; h++) {
      double weight = sums[h][1] / Math.pow(h + 1, nearness);
      weights += weight;
      logs += weight * Math.log(sums[h][0] / sums[h][1] + least + Double.MIN_NORMAL);
    }
    return Math.exp(logs / weights);
  }
}
