package weka.core.neural.curves;

import java.util.Arrays;
import java.util.List;

/**
 * What was measured; of a run that was stopped, what had been until then.
 *
 * @param relation   name of the data
 * @param classifier name and options
 * @param variation  what changes along the curve
 * @param quantities what is measured, the score first
 * @param baseline   of the score, what a constant prediction gets: the percentage of the most frequent class, or 100
 * @param folds      how many there are
 * @param settings   the points of the curve
 * @param scores     for each point, the folds that were measured in their order
 * @param isStopped  whether something is missing because the run was stopped
 */
public record CurveResult(String relation, String classifier, Variation variation, List<Quantity> quantities,
    double baseline, int folds, List<Setting> settings, List<List<FoldScore>> scores, boolean isStopped) {

  /** What changes along the curve, as in "training rows". */
  public String axis() {
    return variation.axis();
  }

  /** Of the folds that were measured; NaN if there is none. */
  public double mean(int setting, int quantity, Part part) {
    return Arrays.stream(values(setting, quantity, part)).average().orElse(Double.NaN);
  }

  /** The standard deviation over the folds that were measured, by n - 1; NaN of fewer than two. */
  public double deviation(int setting, int quantity, Part part) {
    return deviation(values(setting, quantity, part));
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double sum = 0;
    for (double v : values) {
      sum += (v - mean) * (v - mean);
    }
    return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
  }

  private double[] values(int setting, int quantity, Part part) {
    return scores.get(setting).stream().mapToDouble(s -> s.of(part)[quantity]).toArray();
  }

  /** How many folds of a point were measured. */
  public int measured(int setting) {
    return scores.get(setting).size();
  }

  /** How many trainings were measured. */
  public int measured() {
    return scores.stream().mapToInt(List::size).sum();
  }

  /** Whether a point has all its folds. */
  boolean isComplete(int setting) {
    return measured(setting) == folds;
  }

  /**
   * How much better one score is than another, over the same folds: its mean, and twice the standard error of that
   * mean, above which it is taken for real.
   *
   * @param better  setting and part of the score that is expected to be better
   * @param worse   of the other
   */
  Difference difference(int better, Part betterPart, int worse, Part worsePart) {
    double sign = quantities.get(0).isLargerBetter() ? 1 : -1;
    double[] a = values(better, 0, betterPart);
    double[] b = values(worse, 0, worsePart);
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = sign * (a[i] - b[i]);
    }
    return new Difference(Arrays.stream(differences).average().orElse(Double.NaN),
        2 * deviation(differences) / Math.sqrt(differences.length));
  }

  /** See {@link #difference}; in the unit of the score. */
  record Difference(double mean, double noise) {
    /** Whether it is larger than its noise and than a given amount. */
    boolean exceeds(double amount) {
      return mean > noise && mean > amount;
    }
  }
}
