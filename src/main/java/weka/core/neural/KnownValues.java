package weka.core.neural;

import java.util.function.BiConsumer;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The known values of one attribute in rows of weight above 0, in the order of the rows.
 *
 * @param count   how many are known
 * @param values  the first {@code count} are the values
 * @param weights of the values' rows
 * @param missing whether a value is missing
 */
record KnownValues(int count, double[] values, double[] weights, boolean missing) {
  /** A line of the cache holds so many doubles. */
  private static final int LINE = 8;
  private static final int MOST_AT_ONCE = 32;
  private static final int VALUES_AT_ONCE = 1 << 21;

  /**
   * Tells the values of each attribute but the class, in order. The arrays are used again for the next attributes.
   * Rows lie apart in memory, so that attribute by attribute each value would wait for it: one pass over the rows reads
   * as many attributes as a moderate buffer holds.
   *
   * @throws IllegalArgumentException naming attribute and row, if a value is infinite
   */
  static void each(Instances data, BiConsumer<Attribute, KnownValues> told) {
    int rows = data.numInstances();
    int fitting = VALUES_AT_ONCE / Math.max(1, rows);
    int atOnce = Math.min(data.numAttributes(), Math.max(LINE, Math.min(MOST_AT_ONCE, fitting)));
    double[][] columns = new double[atOnce][rows];
    double[] weights = data.stream().mapToDouble(Instance::weight).toArray();
    for (int from = 0; from < data.numAttributes(); from += atOnce) {
      int to = Math.min(from + atOnce, data.numAttributes());
      for (int r = 0; r < rows; r++) {
        Instance row = data.instance(r);
        for (int i = from; i < to; i++) {
          columns[i - from][r] = row.value(i);
        }
      }
      for (int i = from; i < to; i++) {
        if (i != data.classIndex()) {
          told.accept(data.attribute(i), of(data.attribute(i), columns[i - from], weights));
        }
      }
    }
  }

  private static KnownValues of(Attribute attribute, double[] column, double[] rowWeights) {
    double[] weights = new double[column.length];
    int count = 0;
    boolean missing = false;
    for (int r = 0; r < column.length; r++) {
      double value = column[r];
      if (rowWeights[r] <= 0) {
        continue;
      }
      if (Double.isNaN(value)) {
        missing = true;
        continue;
      }
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("attribute '" + attribute.name() + "', row " + (r + 1)
            + ": expected a finite number, got " + value + "; replace or remove it");
      }
      column[count] = value;
      weights[count++] = rowWeights[r];
    }
    return new KnownValues(count, column, weights, missing);
  }
}
