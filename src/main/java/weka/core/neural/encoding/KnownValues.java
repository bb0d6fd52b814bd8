package weka.core.neural.encoding;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import ruru.nn.Cancellation;
import ruru.nn.text.Excerpt;
import ruru.nn.train.Parallel;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/**
 * The known values of one attribute in rows of weight above 0, in the order of the rows.
 *
 * @param count   how many are known
 * @param values  the first {@code count} are the values
 * @param weights of the values' rows
 * @param missing whether a value is missing
 */
record KnownValues(int count, double[] values, double[] weights, boolean missing) {
  /** Doubles per cache line. */
  private static final int LINE = 8;
  private static final int MOST_AT_ONCE = 32;
  private static final int VALUES_AT_ONCE = 1 << 21;
  private static final int ROWS_AT_ONCE = 4096;

  /**
   * Passes the values of each attribute except the class to a consumer, on several threads. The arrays are reused for
   * later attributes. Rows are scattered in memory, so reading attribute by attribute would miss the cache at each
   * value: one pass over the rows reads as many attributes as a moderate buffer holds.
   *
   * @param threads the most threads; 0 for all cores
   * @throws IllegalArgumentException naming attribute and row, if a value is infinite
   */
  static <E extends Exception> void each(Instances data, int threads, Cancellation<E> cancellation,
      BiConsumer<Attribute, KnownValues> consumer) throws E {
    int rows = data.numInstances();
    int fitting = VALUES_AT_ONCE / Math.max(1, rows);
    int atOnce = Math.min(data.numAttributes(), Math.max(LINE, Math.min(MOST_AT_ONCE, fitting)));
    double[] weights = data.stream().mapToDouble(Instance::weight).toArray();
    int tasks = (data.numAttributes() + atOnce - 1) / atOnce;
    Queue<double[][]> free = new ConcurrentLinkedQueue<>();
    Parallel.run(tasks, threads, task -> {
      double[][] reused = free.poll();
      double[][] columns = reused == null ? new double[atOnce][rows] : reused;
      int from = task * atOnce;
      int to = Math.min(from + atOnce, data.numAttributes());
      read(data, from, to, columns, cancellation);
      for (int i = from; i < to; i++) {
        cancellation.check();
        if (i != data.classIndex()) {
          consumer.accept(data.attribute(i), of(data.attribute(i), columns[i - from], weights));
        }
      }
      free.add(columns);
    });
  }

  /** How many different values are known. */
  int distinct() {
    return (int) Arrays.stream(values, 0, count).distinct().count();
  }

  /** The known value if it is unique; NaN if there are several or none. */
  double constant() {
    for (int i = 1; i < count; i++) {
      if (values[i] != values[0]) {
        return Double.NaN;
      }
    }
    return count == 0 ? Double.NaN : values[0];
  }

  private static <E extends Exception> void read(Instances data, int from, int to, double[][] columns,
      Cancellation<E> cancellation) throws E {
    for (int r = 0; r < data.numInstances(); r++) {
      if (r % ROWS_AT_ONCE == 0) {
        cancellation.check();
      }
      Instance row = data.instance(r);
      if (row instanceof SparseInstance sparse) {
        readStored(sparse, r, from, to, columns);
      } else {
        for (int i = from; i < to; i++) {
          columns[i - from][r] = row.value(i);
        }
      }
    }
  }

  /** One search for a row instead of one for each of its values, most of which are not stored. */
  private static void readStored(SparseInstance row, int r, int from, int to, double[][] columns) {
    for (int i = from; i < to; i++) {
      columns[i - from][r] = 0;
    }
    int first = row.locateIndex(from);
    for (int k = Math.max(0, first); k < row.numValues() && row.index(k) < to; k++) {
      if (row.index(k) >= from) {
        columns[row.index(k) - from][r] = row.valueSparse(k);
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
        throw new IllegalArgumentException("attribute '" + Excerpt.of(attribute.name()) + "', row " + (r + 1)
            + ": expected a finite number, got " + value + "; replace or remove it");
      }
      column[count] = value;
      weights[count++] = rowWeights[r];
    }
    return new KnownValues(count, column, weights, missing);
  }
}
