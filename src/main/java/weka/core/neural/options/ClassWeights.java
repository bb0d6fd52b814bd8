package weka.core.neural.options;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instance;
import weka.core.Instances;

/** How much the classes weigh: a row's weight is its own times that of its class. */
public final class ClassWeights {
  /** Every class weighs 1. */
  public static final ClassWeights NONE = new ClassWeights(Auto.NONE, null);
  private static final String BALANCED = "balanced";
  /** A factor that keeps a row's weight within float32. */
  private static final double MAX = 1e9;

  private final String text;
  private final double @Nullable [] numbers;

  private ClassWeights(String text, double @Nullable [] numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** @throws IllegalArgumentException if the text is neither "balanced" nor numbers from 0 to 1e9 */
  public static ClassWeights parse(String text) {
    String t = text.trim().toLowerCase(Locale.ROOT);
    if (t.equals(BALANCED)) {
      return new ClassWeights(t, null);
    }
    try {
      double[] numbers = Arrays.stream(t.split("[,\\s]+")).mapToDouble(Double::parseDouble).toArray();
      if (Arrays.stream(numbers).allMatch(d -> d >= 0 && d <= MAX)) {
        return new ClassWeights(t, numbers);
      }
    } catch (NumberFormatException e) {
      throw error(text, e);
    }
    throw error(text, null);
  }

  private static IllegalArgumentException error(String text, @Nullable Exception cause) {
    return new IllegalArgumentException("class weights: expected 'none', 'balanced', or one number from 0 to 1e9 for "
        + "each class, such as '1,5', got '" + Excerpt.of(text) + "'", cause);
  }

  /**
   * The weight of each row. "balanced": all classes that occur get the same total weight, and the overall sum stays the
   * same.
   *
   * @throws IllegalArgumentException if there is not one number for each class, or the class is numeric
   */
  public float[] of(Instances data) {
    double[] factors = factors(data);
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
   * @throws IllegalArgumentException if there is not one number for each class, or the class is numeric
   */
  public void apply(Instances data) {
    double[] factors = factors(data);
    if (factors != null) {
      data.forEach(row -> row.setWeight(row.weight() * factors[(int) row.classValue()]));
    }
  }

  private double @Nullable [] factors(Instances data) {
    if (this == NONE) {
      return null;
    } else if (!data.classAttribute().isNominal()) {
      throw new IllegalArgumentException(
          "class weights: expected 'none' for a numeric class, got '" + Excerpt.of(text) + "'");
    } else if (numbers == null) {
      return balanced(data);
    } else if (numbers.length != data.numClasses()) {
      throw new IllegalArgumentException("class weights: expected " + data.numClasses()
          + " numbers, one for each class, got " + numbers.length + " in '" + Excerpt.of(text) + "'");
    }
    return numbers;
  }

  private static double[] balanced(Instances data) {
    double[] totals = new double[data.numClasses()];
    for (Instance row : data) {
      totals[(int) row.classValue()] += row.weight();
    }
    double sum = Arrays.stream(totals).sum();
    double present = Arrays.stream(totals).filter(t -> t > 0).count();
    return Arrays.stream(totals).map(t -> t > 0 ? sum / (present * t) : 0).toArray();
  }

  /** What {@link #parse} reads back. */
  @Override
  public String toString() {
    return text;
  }
}
