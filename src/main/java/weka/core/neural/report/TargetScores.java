package weka.core.neural.report;

import java.util.Arrays;
import java.util.List;

/**
 * How well several targets are predicted. Over all nominal targets together: the Hamming loss is the fraction of
 * wrong values, the exact match the fraction of rows without a wrong one. F1 is 2 tp / (2 tp + fp + fn), with tp the
 * right and fp the wrong predictions of a value and fn the rows in which it was missed; micro sums these over all
 * labels first, macro is the mean of the labels' own F1, 0 for one that neither occurs nor is predicted. A target of
 * two values is one label, its second value, as in MEKA's data; of more values, each is a label. A missing value counts
 * nowhere. Source: Tsoumakas, Katakis, Vlahavas 2010, "Mining multi-label data".
 */
public final class TargetScores {
  private final List<String> names;
  private final int[] values;
  private final double[] known;
  /** Of a nominal target the weight of right predictions, of a number the squared errors. */
  private final double[] sum;
  private final double[][] hits;
  private final double[][] wrong;
  private final double[][] missed;
  private double rows;
  private double exact;

  /** @param values for each target the number of its nominal values, or 0 for a number */
  public TargetScores(List<String> names, int[] values) {
    this.names = List.copyOf(names);
    this.values = values.clone();
    known = new double[values.length];
    sum = new double[values.length];
    hits = labels();
    wrong = labels();
    missed = labels();
  }

  private double[][] labels() {
    return Arrays.stream(values).mapToObj(double[]::new).toArray(double[][]::new);
  }

  /**
   * Adds a row.
   *
   * @param actual    the value of each target, NaN if it is missing
   * @param predicted for each target a probability for each value, or one number
   */
  public void add(double[] actual, double[][] predicted, double weight) {
    boolean any = false;
    boolean right = true;
    for (int t = 0; t < values.length; t++) {
      if (Double.isNaN(actual[t])) {
        continue;
      }
      known[t] += weight;
      if (values[t] == 0) {
        sum[t] += weight * Math.pow(actual[t] - predicted[t][0], 2);
        continue;
      }
      int guess = largest(predicted[t]);
      int truth = (int) actual[t];
      any = true;
      right &= guess == truth;
      if (guess == truth) {
        sum[t] += weight;
        hits[t][truth] += weight;
      } else {
        missed[t][truth] += weight;
        if (guess >= 0) {
          wrong[t][guess] += weight;
        }
      }
    }
    if (any) {
      rows += weight;
      exact += right ? weight : 0;
    }
  }

  /** -1 if all are 0, which is what numbers too extreme to predict from come to: no value, so never the right one. */
  private static int largest(double[] shares) {
    int best = -1;
    for (int i = 0; i < shares.length; i++) {
      best = shares[i] > (best < 0 ? 0 : shares[best]) ? i : best;
    }
    return best;
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return values.length;
  }

  public boolean isNominal(int target) {
    return values[target] > 0;
  }

  /** How many targets are nominal: from two on, measures over all of them tell something. */
  public int nominal() {
    return (int) Arrays.stream(values).filter(v -> v > 0).count();
  }

  /** The fraction of right values of a nominal target, the root mean squared error of a number; NaN without any. */
  public double score(int target) {
    double mean = sum[target] / known[target];
    return isNominal(target) ? mean : Math.sqrt(mean);
  }

  public double hammingLoss() {
    double all = 0;
    double right = 0;
    for (int t = 0; t < values.length; t++) {
      all += isNominal(t) ? known[t] : 0;
      right += isNominal(t) ? sum[t] : 0;
    }
    return 1 - right / all;
  }

  public double exactMatch() {
    return exact / rows;
  }

  public double microF1() {
    double tp = 0;
    double errors = 0;
    for (int t = 0; t < values.length; t++) {
      for (int v = first(t); v < values[t]; v++) {
        tp += hits[t][v];
        errors += wrong[t][v] + missed[t][v];
      }
    }
    return f1(tp, errors);
  }

  public double macroF1() {
    double total = 0;
    int labels = 0;
    for (int t = 0; t < values.length; t++) {
      for (int v = first(t); v < values[t]; v++) {
        total += f1(hits[t][v], wrong[t][v] + missed[t][v]);
        labels++;
      }
    }
    return total / labels;
  }

  private int first(int target) {
    return values[target] == 2 ? 1 : 0;
  }

  private static double f1(double tp, double errors) {
    return tp + errors == 0 ? 0 : 2 * tp / (2 * tp + errors);
  }
}
