package weka.core.neural.adversarial;

import java.util.Arrays;
import java.util.Locale;
import ruru.nn.Cancellation;
import weka.core.Instances;
import weka.core.neural.report.Table;

/**
 * Which real row is nearest to each generated one, in the network's units: its class tells which classes are generated,
 * and its distance whether rows are like real ones, or copies of them.
 */
final class Resemblance {
  /** Rows that are compared, at most. */
  private static final int MOST_GENERATED = 1000;
  private static final int MOST_REAL = 5000;

  private Resemblance() {}

  /**
   * A table of classes, if there are any, and a line about distances.
   *
   * @param data    the real rows with their class, if they have a nominal one
   * @param real    the same as the network sees them, [rows][size]
   * @param made    generated ones
   * @param wanted  the class asked for, of each generated row; not read if the class was not chosen
   */
  static <E extends Exception> String text(Instances data, float[] real, float[] made, int[] wanted, int size,
      boolean chosen, Cancellation<E> cancellation) throws E {
    int reals = Math.min(MOST_REAL, data.numInstances());
    int n = Math.min(MOST_GENERATED, made.length / size);
    double[] distances = new double[n];
    boolean classes = data.classIndex() >= 0 && data.classAttribute().isNominal();
    int[] counts = new int[classes ? data.numClasses() : 0];
    int right = 0;
    for (int i = 0; i < n; i++) {
      cancellation.check();
      int nearest = nearest(real, reals, made, i, size, -1);
      distances[i] = distance(real, nearest, made, i, size);
      if (classes && !data.get(nearest).classIsMissing()) {
        int label = (int) data.get(nearest).classValue();
        counts[label]++;
        right += label == wanted[i] ? 1 : 0;
      }
    }
    double[] among = new double[Math.min(MOST_GENERATED, reals)];
    for (int i = 0; i < among.length; i++) {
      cancellation.check();
      among[i] = distance(real, nearest(real, reals, real, i, size, i), real, i, size);
    }
    return (classes ? classes(data, counts, n, right, chosen) + "\n" : "") + String.format(Locale.ROOT,
        "median distance to the nearest real row: %.3g of generated rows, %.3g of real ones; scaled as the networks "
            + "see them\n",
        median(distances), median(among));
  }

  private static String classes(Instances data, int[] counts, int generated, int right, boolean chosen) {
    Table table = new Table("class of the nearest real row", "generated", "real");
    int[] real = data.attributeStats(data.classIndex()).nominalCounts;
    for (int c = 0; c < counts.length; c++) {
      table.add(data.classAttribute().value(c), GanTraining.percent(counts[c] / (double) generated),
          GanTraining.percent(real[c] / (double) data.numInstances()));
    }
    return table + (chosen ? "it is the class asked for: " + GanTraining.percent(right / (double) generated) + "\n"
        : "");
  }

  /** @param except a real row that does not count */
  private static int nearest(float[] real, int rows, float[] from, int row, int size, int except) {
    int nearest = except == 0 && rows > 1 ? 1 : 0;
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      double distance = 0;
      for (int i = 0; i < size && distance < least; i++) {
        double d = real[r * size + i] - from[row * size + i];
        distance += d * d;
      }
      if (distance < least && r != except) {
        least = distance;
        nearest = r;
      }
    }
    return nearest;
  }

  private static double distance(float[] real, int r, float[] from, int row, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double d = real[r * size + i] - from[row * size + i];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
