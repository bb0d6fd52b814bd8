package weka.core.neural.lab;

import java.util.Arrays;
import weka.core.AttributeStats;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * A square of points in the plane of two numeric attributes, a row for each: all other attributes have their mean or
 * their most frequent value.
 *
 * @param rows    [size * size], line by line from the largest y, within a line from the smallest x
 * @param x       index of the attribute to the right
 * @param y       index of the attribute upwards
 * @param size    points of a side
 * @param left    smallest x
 * @param right   largest x
 * @param bottom  smallest y
 * @param top     largest y
 */
public record Plane(Instances rows, int x, int y, int size, double left, double right, double bottom, double top) {
  /** Beyond the data, on each side, as a fraction of their range. */
  private static final double MARGIN = 0.1;

  /**
   * Around some rows.
   *
   * @throws IllegalArgumentException if an attribute is not numeric, or has no two values
   */
  public static Plane around(Instances data, int x, int y, int size) {
    double[] horizontal = range(data, x);
    double[] vertical = range(data, y);
    return of(data, x, y, size, horizontal, vertical);
  }

  /**
   * Of given ranges.
   *
   * @param horizontal from and to
   * @param vertical   from and to
   */
  public static Plane of(Instances data, int x, int y, int size, double[] horizontal, double[] vertical) {
    double[] usual = usual(data);
    Instances rows = new Instances(data, size * size);
    for (int line = 0; line < size; line++) {
      for (int column = 0; column < size; column++) {
        double[] values = usual.clone();
        values[y] = vertical[1] - (line + 0.5) / size * (vertical[1] - vertical[0]);
        values[x] = horizontal[0] + (column + 0.5) / size * (horizontal[1] - horizontal[0]);
        rows.add(new DenseInstance(1, values));
      }
    }
    return new Plane(rows, x, y, size, horizontal[0], horizontal[1], vertical[0], vertical[1]);
  }

  private static double[] range(Instances data, int attribute) {
    if (!data.attribute(attribute).isNumeric()) {
      throw new IllegalArgumentException("'" + data.attribute(attribute).name() + "' is not a number; choose a numeric "
          + "attribute");
    }
    double[] values = Arrays.stream(data.attributeToDoubleArray(attribute)).filter(Double::isFinite).sorted().toArray();
    if (values.length == 0 || values[0] == values[values.length - 1]) {
      throw new IllegalArgumentException("'" + data.attribute(attribute).name() + "' has the same value in all rows; "
          + "choose another attribute");
    }
    double low = values[0];
    double high = values[values.length - 1];
    // Halved separately: the difference of two large numbers may overflow a double.
    double margin = MARGIN * high - MARGIN * low;
    return new double[] {low - margin, high + margin};
  }

  /** A mean, a most frequent value, or a missing one for each attribute. */
  private static double[] usual(Instances data) {
    double[] usual = new double[data.numAttributes()];
    for (int a = 0; a < usual.length; a++) {
      usual[a] = Double.NaN;
      if (a != data.classIndex() && !data.attribute(a).isString() && !data.attribute(a).isRelationValued()) {
        AttributeStats stats = data.attributeStats(a);
        if (stats.totalCount > stats.missingCount) {
          usual[a] = data.meanOrMode(a);
        }
      }
    }
    return usual;
  }
}
