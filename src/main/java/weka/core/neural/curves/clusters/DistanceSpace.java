package weka.core.neural.curves.clusters;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import ruru.cluster.Points;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Rows as points whose distances are those of Weka's EuclideanDistance: numbers from 0 to 1 over the range in the data,
 * and nominal values as indicators of length 1/sqrt(2), so that two different values are 1 apart. A missing value is
 * the mean of the known ones.
 */
final class DistanceSpace {
  private static final double INDICATOR = Math.sqrt(0.5);

  private final boolean[] nominal;
  /** Where an attribute's numbers begin in a point. */
  private final int[] first;
  private final int width;
  private final double[] least;
  private final double[] range;
  private final float[] mean;

  /**
   * Learns the ranges and means.
   *
   * @throws IllegalArgumentException if an attribute is neither a number nor nominal, or a value is infinite
   */
  DistanceSpace(Instances data) {
    int attributes = data.numAttributes();
    nominal = new boolean[attributes];
    first = new int[attributes + 1];
    least = new double[attributes];
    range = new double[attributes];
    for (int a = 0; a < attributes; a++) {
      Attribute attribute = data.attribute(a);
      if (!attribute.isNumeric() && !attribute.isNominal()) {
        throw new IllegalArgumentException("attribute '" + attribute.name() + "' of '" + data.relationName()
            + "' is neither a number nor nominal, so there are no distances; remove it, or turn it into numbers with a "
            + "filter");
      }
      nominal[a] = attribute.isNominal();
      first[a + 1] = first[a] + (nominal[a] ? attribute.numValues() : 1);
      DoubleSummaryStatistics known = data.stream().mapToDouble(row -> row.value(attribute))
          .filter(v -> !Utils.isMissingValue(v)).summaryStatistics();
      least[a] = known.getCount() == 0 ? 0 : known.getMin();
      range[a] = known.getCount() == 0 ? 0 : known.getMax() - least[a];
      if (!Double.isFinite(range[a])) {
        throw new IllegalArgumentException("attribute '" + attribute.name() + "' of '" + data.relationName()
            + "' has infinite values, or values too far apart for their difference");
      }
    }
    width = first[attributes];
    mean = means(data);
  }

  private float[] means(Instances data) {
    double[] sum = new double[width];
    double[] weight = new double[width];
    float[] point = new float[width];
    for (Instance row : data) {
      for (int a = 0; a < range.length; a++) {
        if (!row.isMissing(a)) {
          write(row.value(a), a, point, 0);
          for (int i = first[a]; i < first[a + 1]; i++) {
            sum[i] += row.weight() * point[i];
            weight[i] += row.weight();
          }
        }
      }
    }
    float[] means = new float[width];
    for (int i = 0; i < width; i++) {
      means[i] = weight[i] > 0 ? (float) (sum[i] / weight[i]) : 0;
    }
    return means;
  }

  private void write(double value, int attribute, float[] to, int at) {
    int from = at + first[attribute];
    if (nominal[attribute]) {
      Arrays.fill(to, from, at + first[attribute + 1], 0);
      to[from + (int) value] = (float) INDICATOR;
    } else {
      to[from] = range[attribute] == 0 ? 0 : (float) ((value - least[attribute]) / range[attribute]);
    }
  }

  /** The points of rows with the same attributes. */
  Points of(Instances rows) {
    float[] values = new float[rows.numInstances() * width];
    float[] weights = new float[rows.numInstances()];
    for (int r = 0; r < weights.length; r++) {
      Instance row = rows.instance(r);
      weights[r] = (float) row.weight();
      for (int a = 0; a < range.length; a++) {
        if (row.isMissing(a)) {
          System.arraycopy(mean, first[a], values, r * width + first[a], first[a + 1] - first[a]);
        } else {
          write(row.value(a), a, values, r * width);
        }
      }
    }
    return new Points(values, width, weights);
  }
}
