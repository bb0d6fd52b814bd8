package weka.core.neural.options;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weka.core.Instance;
import weka.core.Instances;

/** Weights of the rows: their own, times a weight for their class if the user wants one. */
public final class ClassWeights {
  /** So large a number times a row's weight is still one of float32. */
  private static final double MOST = 1e9;

  private ClassWeights() {}

  /** @throws IllegalArgumentException if the text is neither "none", "balanced" nor numbers from 0 to 1e9 */
  public static String check(String text) {
    String t = text.trim().toLowerCase(java.util.Locale.ROOT);
    if (t.equals("none") || t.equals("balanced")) {
      return t;
    }
    double[] numbers = numbers(t);
    if (numbers == null || Arrays.stream(numbers).anyMatch(d -> !(d >= 0 && d <= MOST))) {
      throw new IllegalArgumentException("class weights: expected 'none', 'balanced', or one number from 0 to 1e9 for "
          + "each class such as '1,5', got '" + text + "'");
    }
    return t;
  }

  private static double @Nullable [] numbers(String text) {
    try {
      return Arrays.stream(text.trim().split("[,\\s]+")).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * The weight of each row. "balanced": all classes that occur get the same total, and the sum over the rows stays.
   *
   * @throws IllegalArgumentException if there is not one number for each class, or the class is numeric
   */
  public static float[] of(Instances data, String text) {
    double[] factors = factors(data, text);
    float[] weights = new float[data.numInstances()];
    for (int r = 0; r < weights.length; r++) {
      Instance row = data.instance(r);
      weights[r] = (float) (factors == null ? row.weight() : row.weight() * factors[(int) row.classValue()]);
    }
    return weights;
  }

  /**
   * Multiplies the rows' own weights, in place.
   *
   * @throws IllegalArgumentException if there is not one number for each class
   */
  public static void apply(Instances data, String text) {
    double[] factors = factors(data, text);
    if (factors != null) {
      data.forEach(row -> row.setWeight(row.weight() * factors[(int) row.classValue()]));
    }
  }

  private static double @Nullable [] factors(Instances data, String text) {
    if (text.equals("none")) {
      return null;
    }
    if (!data.classAttribute().isNominal()) {
      throw new IllegalArgumentException("class weights: expected 'none' for a numeric class, got '" + text + "'");
    }
    int classes = data.numClasses();
    if (!text.equals("balanced")) {
      double[] numbers = Objects.requireNonNull(numbers(text), "weights that were not checked");
      if (numbers.length != classes) {
        throw new IllegalArgumentException("class weights: expected " + classes + " numbers, one for each class, got "
            + numbers.length + " in '" + text + "'");
      }
      return numbers;
    }
    double[] totals = new double[classes];
    for (Instance row : data) {
      totals[(int) row.classValue()] += row.weight();
    }
    double sum = Arrays.stream(totals).sum();
    double present = Arrays.stream(totals).filter(t -> t > 0).count();
    return Arrays.stream(totals).map(t -> t > 0 ? sum / (present * t) : 0).toArray();
  }
}
