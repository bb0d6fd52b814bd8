package weka.core.neural.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Instance;

/**
 * Caches the prediction for a row: Weka's evaluation of a numeric class asks for the prediction, the interval and the
 * density of each row, three times the same work.
 */
public final class LastPrediction {
  private final double[] values;
  private final List<String> texts;
  private final double[] prediction;
  /** Rows of relations may be changed without a trace in the row that holds them. */
  private final boolean hasRelations;

  /** @param prediction is not copied */
  public LastPrediction(Instance row, double[] prediction) {
    values = row.toDoubleArray();
    texts = texts(row);
    hasRelations = row.dataset() != null
        && IntStream.range(0, row.numAttributes()).anyMatch(a -> row.attribute(a).isRelationValued());
    this.prediction = prediction;
  }

  /** The strings themselves: a loader that reads row by row gives all of them the index 0. */
  private static List<String> texts(Instance row) {
    if (row.dataset() == null) {
      // It is unknown which attributes are strings, and strings are not compared.
      return List.of();
    }
    return IntStream.range(0, row.numAttributes())
        .filter(a -> row.attribute(a).isString() && !row.isMissing(a)).mapToObj(row::stringValue).toList();
  }

  /** Whether a row, this or another one, has the same values. */
  public boolean isOf(Instance row) {
    return !hasRelations && Arrays.equals(values, row.toDoubleArray()) && texts.equals(texts(row));
  }

  /** A copy of what was predicted. */
  public double[] prediction() {
    return prediction.clone();
  }
}
