package weka.core.neural.encoding;

import java.util.function.Predicate;
import weka.core.Instance;
import weka.core.Instances;

/** Which rows are learned from, and how much each counts. */
public final class RowWeights {
  private static final String NONE = "all rows have weight 0, so there is nothing to learn from";
  /** Exponents of two up to which weights are used as they are. */
  private static final int USUAL_EXPONENT = 60;

  private RowWeights() {}

  /**
   * Copies of the rows of weight above 0.
   *
   * @param wanted a further condition on rows
   * @throws IllegalArgumentException if a weight is negative or infinite, or no row is left
   */
  public static Instances counting(Instances data, Predicate<Instance> wanted) {
    Instances rows = new Instances(data, data.numInstances());
    for (int r = 0; r < data.numInstances(); r++) {
      Instance row = data.instance(r);
      if (!(row.weight() >= 0 && row.weight() < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected a finite weight of at least 0, got "
            + row.weight());
      }
      if (row.weight() > 0 && wanted.test(row)) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(NONE);
    }
    moderate(rows);
    return rows;
  }

  /**
   * Scales weights into the range of float32 and of sums in double if they are outside, all by one power of two, which
   * changes no digits: only their ratios matter. A weight that is still too small relative to the largest becomes the
   * smallest normal float32, since a row of weight 0 would not count at all.
   */
  private static void moderate(Instances rows) {
    int largest = Math.getExponent(rows.stream().mapToDouble(Instance::weight).max().orElseThrow());
    int smallest = Math.getExponent(rows.stream().mapToDouble(Instance::weight).min().orElseThrow());
    int shift = Math.abs(largest) > USUAL_EXPONENT ? -largest : 0;
    if (smallest + shift < Float.MIN_EXPONENT) {
      shift = USUAL_EXPONENT - largest;
    }
    if (shift != 0) {
      int power = shift;
      rows.forEach(row -> row.setWeight(Math.max(Float.MIN_NORMAL, Math.scalb(row.weight(), power))));
    }
  }

  /** @throws IllegalArgumentException if all are 0 */
  public static void requireSome(float[] weights) {
    for (float w : weights) {
      if (w != 0) {
        return;
      }
    }
    throw new IllegalArgumentException(NONE);
  }

  /** The rows' weights, unchanged. */
  public static float[] of(Instances rows) {
    float[] weights = new float[rows.numInstances()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = (float) rows.instance(r).weight();
    }
    return weights;
  }
}
