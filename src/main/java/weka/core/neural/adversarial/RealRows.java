package weka.core.neural.adversarial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.text.Excerpt;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.options.ImageInput;

/**
 * How rows of Weka become rows of a network, and generated ones rows of Weka. Attributes are standardised; the pixels
 * of images are scaled all alike, to the range from -1 to 1.
 *
 * @param header  without rows: the attributes that are generated, and the class if it can be chosen
 * @param shape   of a row
 * @param listed  for each value of a row the attribute that it comes from
 * @param centre  of each attribute: what becomes 0
 * @param scale   of each attribute: what becomes 1, from the centre
 */
record RealRows(Instances header, Shape shape, int[] listed, double[] centre, double[] scale) {
  /** Rows that say little more than their mean. */
  private static final int FEWEST = 4;

  /**
   * Learns from rows.
   *
   * @param data  the attributes without the class, if it cannot be chosen
   * @throws IllegalArgumentException naming the attribute or row that cannot be used, and what to do
   */
  static RealRows learn(Instances data, @Nullable ImageInput input) {
    int[] attributes = IntStream.range(0, data.numAttributes()).filter(a -> a != data.classIndex()).toArray();
    if (attributes.length == 0) {
      throw new IllegalArgumentException("'" + Excerpt.of(data.relationName()) + "' has no attribute to generate but "
          + "the class; write -c none if it is to be generated");
    } else if (data.numInstances() < FEWEST) {
      throw new IllegalArgumentException("expected at least " + FEWEST + " rows, got " + data.numInstances());
    }
    Shape shape = input == null ? Shape.of(attributes.length) : input.shape();
    if (shape.size() != attributes.length) {
      throw new IllegalArgumentException("option -input: " + shape.toText() + " has " + shape.size()
          + " values, the data have " + attributes.length + " attributes without the class");
    }
    for (int a : attributes) {
      require(data, data.attribute(a));
    }
    int[] listed = input == null ? attributes
        : Arrays.stream(input.order().places(shape)).map(p -> attributes[p]).toArray();
    double[] centre = new double[data.numAttributes()];
    double[] scale = new double[data.numAttributes()];
    if (input == null) {
      for (int a : attributes) {
        standardise(data, a, centre, scale);
      }
    } else {
      double low = Arrays.stream(attributes).mapToDouble(a -> least(data, a)).min().orElse(0);
      double high = Arrays.stream(attributes).mapToDouble(a -> greatest(data, a)).max().orElse(0);
      Arrays.fill(centre, low / 2 + high / 2);
      Arrays.fill(scale, high > low ? high / 2 - low / 2 : 1);
    }
    return new RealRows(new Instances(data, 0), shape, listed, centre, scale);
  }

  private static void require(Instances data, Attribute attribute) {
    String what = "attribute '" + Excerpt.of(attribute.name()) + "'";
    if (!attribute.isNumeric()) {
      throw new IllegalArgumentException(what + ": expected a numeric one, since noise makes numbers, got a "
          + Attribute.typeToString(attribute) + " one; remove it, make it numbers with the filter NominalToBinary, or "
          + "name it as the class with -c");
    }
    for (int r = 0; r < data.numInstances(); r++) {
      double value = data.get(r).value(attribute);
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(what + ", row " + (r + 1) + ": expected a finite number, got "
            + (Double.isNaN(value) ? "a missing value; fill it with the filter ReplaceMissingValues" : value
                + "; replace or remove it"));
      }
    }
  }

  private static double least(Instances data, int attribute) {
    return data.stream().mapToDouble(row -> row.value(attribute)).min().orElse(0);
  }

  private static double greatest(Instances data, int attribute) {
    return data.stream().mapToDouble(row -> row.value(attribute)).max().orElse(0);
  }

  /** In units of the range, so that no square of a large number overflows. */
  private static void standardise(Instances data, int attribute, double[] centre, double[] scale) {
    double low = least(data, attribute);
    double half = greatest(data, attribute) / 2 - low / 2;
    scale[attribute] = 1;
    centre[attribute] = low + half;
    if (half > Double.MIN_NORMAL) {
      double mean = data.stream().mapToDouble(row -> (row.value(attribute) / 2 - low / 2) / half).average().orElse(0);
      double square = data.stream()
          .mapToDouble(row -> Math.pow((row.value(attribute) / 2 - low / 2) / half - mean, 2)).average().orElse(0);
      centre[attribute] = low + half * mean + half * mean;
      scale[attribute] = half * (2 * Math.sqrt(square));
    }
  }

  /** Rows as a network's: [rows][shape]. */
  float[] encode(List<Instance> rows) {
    float[] x = Heap.floats(rows.size(), listed.length, "rows", "values", "Use fewer rows");
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < listed.length; i++) {
        int a = listed[i];
        x[r * listed.length + i] = (float) ((rows.get(r).value(a) - centre[a]) / scale[a]);
      }
    }
    return x;
  }

  /** Whether the class can be chosen. */
  boolean isConditional() {
    return header.classIndex() >= 0;
  }

  /** Number of classes to choose from; 0 if the class cannot be chosen. */
  int kinds() {
    return isConditional() ? header.numClasses() : 0;
  }

  /**
   * Generated rows as rows of Weka.
   *
   * @param x    [rows][shape]
   * @param kind of each row, if the class can be chosen
   */
  Instances decode(float[] x, int[] kind) {
    Instances rows = new Instances(header, x.length / listed.length);
    rows.setRelationName(header.relationName() + ", generated");
    for (int r = 0; r < x.length / listed.length; r++) {
      double[] values = new double[header.numAttributes()];
      for (int i = 0; i < listed.length; i++) {
        int a = listed[i];
        values[a] = centre[a] + scale[a] * x[r * listed.length + i];
      }
      if (isConditional()) {
        values[header.classIndex()] = kind[r];
      }
      rows.add(new DenseInstance(1, values));
    }
    return rows;
  }

  /** Classes in turn, so that each is asked for equally often. */
  int[] inTurn(int rows) {
    return IntStream.range(0, rows).map(r -> isConditional() ? r % kinds() : 0).toArray();
  }
}
