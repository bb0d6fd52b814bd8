package weka.core.neural.playground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.lab.Plane;

/**
 * Points of a plane with what is to be predicted, and how they become the table that a network learns from.
 *
 * @param points     two numeric attributes and the class
 * @param horizontal from and to, of the first
 * @param vertical   from and to, of the second
 */
public record PlanePoints(Instances points, double[] horizontal, double[] vertical) {
  private static final double[] BOUNDS = {-PlaneData.BOUND, PlaneData.BOUND};

  /** Points of the Playground's own. */
  public static PlanePoints of(PlaneData data, int rows, int noise, long seed) {
    return new PlanePoints(data.points(rows, noise, seed), BOUNDS, BOUNDS);
  }

  /**
   * Two attributes of any data and a class; all other attributes are left out, as are rows without one of the three.
   *
   * @throws IllegalArgumentException in a sentence, if they cannot be used
   */
  public static PlanePoints of(Instances data, int x1, int x2, int classIndex) {
    Attribute target = data.attribute(classIndex);
    if (x1 == x2 || x1 == classIndex || x2 == classIndex) {
      throw new IllegalArgumentException("choose two different attributes, and neither of them to be predicted");
    }
    if (!target.isNominal() && !target.isNumeric()) {
      throw new IllegalArgumentException("'" + target.name() + "' is a text, which cannot be predicted; choose a "
          + "nominal or numeric attribute");
    }
    Instances points = new Instances(data.relationName(), new ArrayList<>(List.of((Attribute) data.attribute(x1).copy(),
        (Attribute) data.attribute(x2).copy(), (Attribute) target.copy())), data.numInstances());
    points.setClassIndex(2);
    for (Instance row : data) {
      if (!row.isMissing(x1) && !row.isMissing(x2) && !row.isMissing(classIndex)) {
        points.add(new DenseInstance(row.weight(), new double[] {row.value(x1), row.value(x2),
            row.value(classIndex)}));
      }
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("no row has '" + data.attribute(x1).name() + "', '" + data.attribute(x2).name()
          + "' and '" + target.name() + "'");
    }
    Plane around = Plane.around(points, 0, 1, 1);
    return new PlanePoints(points, new double[] {around.left(), around.right()}, new double[] {around.bottom(),
        around.top()});
  }

  /** The square that is drawn. */
  public Plane plane(int size) {
    return Plane.of(points, 0, 1, size, horizontal, vertical);
  }

  /**
   * The table that a network learns from: an attribute for each input, and the class. x1 and x2 are the two attributes
   * as they are. The others are computed from coordinates by which the square that is drawn goes from -6 to 6.
   *
   * @param some   rows with the attributes of the points
   * @param inputs at least one
   */
  public Instances table(Instances some, Collection<PlaneInput> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("switch on one input at least, such as x1");
    }
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (PlaneInput input : inputs) {
      attributes.add(input == PlaneInput.X1 ? (Attribute) points.attribute(0).copy()
          : input == PlaneInput.X2 ? (Attribute) points.attribute(1).copy() : new Attribute(free(input.title())));
    }
    attributes.add((Attribute) points.classAttribute().copy());
    Instances table = new Instances(points.relationName(), attributes, some.numInstances());
    table.setClassIndex(attributes.size() - 1);
    for (Instance row : some) {
      double[] values = new double[attributes.size()];
      int a = 0;
      for (PlaneInput input : inputs) {
        values[a++] = input == PlaneInput.X1 ? row.value(0) : input == PlaneInput.X2 ? row.value(1)
            : input.of(coordinate(row.value(0), horizontal), coordinate(row.value(1), vertical));
      }
      values[a] = row.isMissing(2) ? Double.NaN : row.value(2);
      table.add(new DenseInstance(row.weight(), values));
    }
    return table;
  }

  /** An attribute may have the name of an input. */
  private String free(String name) {
    return points.attribute(name) == null ? name : "input " + name;
  }

  private static double coordinate(double value, double[] range) {
    // Exact for the Playground's own points.
    return range[0] == BOUNDS[0] && range[1] == BOUNDS[1] ? value
        : ((value - range[0]) / (range[1] - range[0]) * 2 - 1) * PlaneData.BOUND;
  }
}
