package weka.core.neural.encoding;

import java.util.List;
import ruru.nn.text.Excerpt;
import weka.core.Instance;

/** Errors for rows with numbers too large for the computation, which happens only without scaling. */
public final class Extremes {
  /** The largest whose square float32 holds. */
  private static final double LARGEST = Math.sqrt(Float.MAX_VALUE);

  private Extremes() {}

  /**
   * @param inputs [rows][width]
   * @throws IllegalArgumentException naming the attribute, if an input cannot be squared
   */
  public static void requireMeasurable(List<Instance> rows, float[] inputs, int width) {
    for (int i = 0; i < inputs.length; i++) {
      if (!(Math.abs(inputs[i]) <= LARGEST)) {
        throw error(rows.get(i / width));
      }
    }
  }

  /**
   * @param outputs [rows][width], a network's outputs for the rows
   * @throws IllegalArgumentException naming the attribute, if an output is not a finite number
   */
  public static void requireFinite(List<Instance> rows, float[] outputs, int width) {
    for (int i = 0; i < outputs.length; i++) {
      if (!Float.isFinite(outputs[i])) {
        throw error(rows.get(i / width));
      }
    }
  }

  /** Names the attribute with the largest number. */
  public static IllegalArgumentException error(Instance row) {
    int largest = -1;
    for (int i = 0; i < row.numAttributes(); i++) {
      boolean number = i != row.classIndex() && row.attribute(i).isNumeric() && !row.isMissing(i);
      largest = number && (largest < 0 || Math.abs(row.value(i)) > Math.abs(row.value(largest))) ? i : largest;
    }
    String what = largest < 0 ? "numbers of a row are"
        : "attribute '" + Excerpt.of(row.attribute(largest).name()) + "': " + row.value(largest) + " is";
    return new IllegalArgumentException(what + " too large for distances and sums of float32, which end at 3.4e38; "
        + "scale the numbers, use a -scaling other than none, or remove the row");
  }
}
