package weka.core.neural.lab.images;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.lab.LabMeasures.Predictions;

/**
 * A row and how wrong its prediction is.
 *
 * @param row         index among the rows
 * @param loss        -ln p of the actual class, or the distance between the actual and the predicted number
 * @param actual      index of the class, or the number
 * @param predicted   index of the most probable class, or the number
 * @param probability of the predicted class; NaN for a number
 */
public record WorstRow(int row, double loss, double actual, double predicted, double probability) {
  /** All rows, the worst first; of equal ones the first first. */
  public static List<WorstRow> all(Predictions predictions) {
    Instances rows = predictions.rows();
    return IntStream.range(0, predictions.predictions().length)
        .mapToObj(r -> of(rows, r, predictions.predictions()[r]))
        .sorted(Comparator.comparingDouble(WorstRow::loss).reversed()).toList();
  }

  private static WorstRow of(Instances rows, int row, double[] prediction) {
    double actual = rows.get(row).classValue();
    if (!rows.classAttribute().isNominal()) {
      return new WorstRow(row, Math.abs(actual - prediction[0]), actual, prediction[0], Double.NaN);
    }
    int best = Utils.maxIndex(prediction);
    // As small as a float's probability can be, so that rows that are all certainly wrong have a number.
    double p = Math.max(Float.MIN_VALUE, prediction[(int) actual]);
    return new WorstRow(row, Math.max(0, -Math.log(p)), actual, best, prediction[best]);
  }

  /** Whether another class is predicted; never so for a number. */
  public boolean isMistake() {
    return !Double.isNaN(probability) && actual != predicted;
  }
}
