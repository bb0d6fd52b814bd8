package weka.core.neural.encoding;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.report.Numbers;

/**
 * What is left of numbers that others nearly determine, as further inputs. Where two attributes hardly differ, what
 * tells rows apart may be just that difference: a logistic regression by Newton's method finds it, but to a gradient
 * it is too small to be seen. With z the standardised numbers, such an input is
 *
 * <pre>  (z_j - sum_k c_k z_k) / s </pre>
 *
 * with the c of the linear regression of z_j on others, and s the standard deviation of what that leaves. A pivoted
 * Cholesky decomposition of the correlations (Higham 2002, "Accuracy and stability of numerical algorithms", section
 * 10.3) finds them one after the other, the largest remainder first: each is uncorrelated with all before it.
 *
 * @param terms one for each input
 */
record Residuals(List<Residual> terms) implements Serializable {
  /**
   * One input.
   *
   * @param code         the number that is nearly determined
   * @param others       those that determine it
   * @param coefficients one for each of the others
   * @param deviation    of the remainder
   */
  record Residual(AttributeCode code, List<AttributeCode> others, double[] coefficients, double deviation)
      implements Serializable {}

  /** A remainder of a smaller share of the variance is worth an input of its own. */
  private static final double NEARLY = 0.001;
  /** A remainder of a smaller share is rounding error: the number is determined by the others. */
  private static final double NOTHING = 1e-11;
  /** Remainders are clipped to this many standard deviations: outside the training data they soon become extreme. */
  private static final double LIMIT = 10;
  private static final int MOST_NUMBERS = 300;
  /** With fewer rows for each number, numbers seem to be determined by others that are not. */
  private static final int ROWS_OF_NUMBER = 5;
  /** Multiplications up to which all rows are used, and not every second or tenth. */
  private static final long MOST_WORK = 2_000_000_000;

  /** Learns from the rows that the codes were learnt from; null if there is no such number. */
  static <E extends Exception> @Nullable Residuals learn(Instances data, List<AttributeCode> codes,
      Cancellation<E> cancellation) throws E {
    List<AttributeCode> numbers = codes.stream().filter(c -> c.affine() != null).toList();
    int d = numbers.size();
    if (d < 2 || d > MOST_NUMBERS || data.numInstances() < (long) ROWS_OF_NUMBER * d) {
      return null;
    }
    return decompose(numbers, correlations(data, numbers, cancellation));
  }

  /** The second moments of the standardised numbers, relative to their variances: [numbers][numbers]. */
  private static <E extends Exception> double[][] correlations(Instances data, List<AttributeCode> numbers,
      Cancellation<E> cancellation) throws E {
    int d = numbers.size();
    int step = (int) Math.max(1, (long) d * d * data.numInstances() / MOST_WORK);
    double[][] sums = new double[d][d];
    double[] z = new double[d];
    for (int r = 0; r < data.numInstances(); r += step) {
      cancellation.check();
      Instance row = data.instance(r);
      double root = Math.sqrt(row.weight());
      for (int i = 0; i < d; i++) {
        z[i] = root * standardised(numbers.get(i), row);
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          sums[i][j] += z[i] * z[j];
        }
      }
    }
    double[] scale = new double[d];
    for (int i = 0; i < d; i++) {
      scale[i] = Math.sqrt(sums[i][i]);
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double r = scale[i] > 0 && scale[j] > 0 ? sums[i][j] / scale[i] / scale[j] : 0;
        sums[i][j] = r;
        sums[j][i] = r;
      }
    }
    return sums;
  }

  private static double standardised(AttributeCode code, Instance row) {
    return code.precise(row.isMissing(code.index()) ? code.fill() : row.value(code.index()));
  }

  private static @Nullable Residuals decompose(List<AttributeCode> numbers, double[][] correlations) {
    int d = numbers.size();
    double[][] lower = new double[d][d];
    double[] left = new double[d];
    for (int i = 0; i < d; i++) {
      left[i] = correlations[i][i];
    }
    int[] order = new int[d];
    boolean[] taken = new boolean[d];
    List<Residual> found = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      int pivot = -1;
      for (int i = 0; i < d; i++) {
        if (!taken[i] && (pivot < 0 || left[i] > left[pivot])) {
          pivot = i;
        }
      }
      if (left[pivot] < NOTHING) {
        break;
      }
      order[k] = pivot;
      taken[pivot] = true;
      double deviation = Math.sqrt(left[pivot]);
      lower[pivot][k] = deviation;
      for (int i = 0; i < d; i++) {
        if (!taken[i]) {
          double sum = correlations[i][pivot];
          for (int m = 0; m < k; m++) {
            sum -= lower[i][m] * lower[pivot][m];
          }
          lower[i][k] = sum / deviation;
          left[i] -= lower[i][k] * lower[i][k];
        }
      }
      if (left[pivot] < NEARLY) {
        found.add(residual(numbers, order, k, lower, deviation));
      }
    }
    return found.isEmpty() ? null : new Residuals(List.copyOf(found));
  }

  /** Of the number at position k in the order, with the regression on those before it: c = L^-T times its row of L. */
  private static Residual residual(List<AttributeCode> numbers, int[] order, int k, double[][] lower,
      double deviation) {
    double[] c = Arrays.copyOf(lower[order[k]], k);
    for (int i = k - 1; i >= 0; i--) {
      for (int m = i + 1; m < k; m++) {
        c[i] -= lower[order[m]][i] * c[m];
      }
      c[i] /= lower[order[i]][i];
    }
    List<AttributeCode> others = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      others.add(numbers.get(order[i]));
    }
    return new Residual(numbers.get(order[k]), List.copyOf(others), c, deviation);
  }

  int count() {
    return terms.size();
  }

  /** Writes the inputs of a row to target[offset .. offset + count); 0 where a number is missing. */
  void encode(Instance row, float[] target, int offset) {
    for (int t = 0; t < terms.size(); t++) {
      target[offset + t] = value(terms.get(t), row);
    }
  }

  private static float value(Residual term, Instance row) {
    boolean missing = row.isMissing(term.code.index());
    double left = standardised(term.code, row);
    for (int i = 0; i < term.coefficients.length && !missing; i++) {
      missing = row.isMissing(term.others.get(i).index());
      left -= term.coefficients[i] * standardised(term.others.get(i), row);
    }
    return missing ? 0 : (float) Math.max(-LIMIT, Math.min(LIMIT, left / term.deviation));
  }

  /** One text per input, in terms of the numbers as the network sees them. */
  List<String> inputs(int decimals) {
    return terms.stream().map(t -> text(t, decimals)).toList();
  }

  private static String text(Residual term, int decimals) {
    int digits = decimals + (int) Math.ceil(-Math.log10(term.deviation));
    StringBuilder s = new StringBuilder("what is left of ").append(term.code.name()).append(": (")
        .append(term.code.name());
    for (int i = 0; i < term.coefficients.length; i++) {
      double c = term.coefficients[i];
      s.append(c < 0 ? " + " : " - ").append(Numbers.text(Math.abs(c), digits)).append(' ')
          .append(term.others.get(i).name());
    }
    return s.append(") / ").append(Numbers.text(term.deviation, digits)).append(", all of them standardised")
        .toString();
  }
}
