package weka.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Data of several labels in MEKA's form: the labels, each 0 or 1, are the first attributes. */
final class MultiLabelData {
  private static final int ROWS = 600;
  private static final int LABELS = 8;
  private static final int INPUTS = 20;

  private MultiLabelData() {}

  /** Each label is a noisy half-space of its own. */
  static Instances halfSpaces(int seed) {
    Random random = new Random(seed);
    double[][] w = weights(random, LABELS, INPUTS);
    return made("half-spaces", random, x -> {
      int[] labels = new int[LABELS];
      for (int l = 0; l < LABELS; l++) {
        labels[l] = dot(w[l], x) + 2 * random.nextGaussian() > 1 ? 1 : 0;
      }
      return labels;
    });
  }

  /** Labels share three bent features of the inputs. */
  static Instances shared(int seed) {
    Random random = new Random(seed);
    double[][] w = weights(random, 3, INPUTS);
    double[][] v = weights(random, LABELS, 3);
    return made("shared", random, x -> {
      double[] hidden = new double[3];
      for (int h = 0; h < 3; h++) {
        hidden[h] = Math.sin(dot(w[h], x) / 2);
      }
      int[] labels = new int[LABELS];
      for (int l = 0; l < LABELS; l++) {
        labels[l] = dot(v[l], hidden) + 0.2 * random.nextGaussian() > 0.3 ? 1 : 0;
      }
      return labels;
    });
  }

  /** Each label follows from the one before it and from one input. */
  static Instances chain(int seed) {
    Random random = new Random(seed);
    return made("chain", random, x -> {
      int[] labels = new int[LABELS];
      int before = 0;
      for (int l = 0; l < LABELS; l++) {
        before = (before == 1 ? 1.2 : -1.2) + x[l] + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
        labels[l] = before;
      }
      return labels;
    });
  }

  private interface Law {
    int[] labels(double[] x);
  }

  private static Instances made(String name, Random random, Law law) {
    Instances data = header(name, LABELS, ROWS);
    for (int i = 0; i < INPUTS; i++) {
      data.insertAttributeAt(new Attribute("x" + i), LABELS + i);
    }
    for (int r = 0; r < ROWS; r++) {
      double[] x = random.doubles(INPUTS, -1.7, 1.7).toArray();
      int[] labels = law.labels(x);
      double[] row = new double[LABELS + INPUTS];
      for (int l = 0; l < LABELS; l++) {
        row[l] = labels[l];
      }
      System.arraycopy(x, 0, row, LABELS, INPUTS);
      data.add(new DenseInstance(1, row));
    }
    return data;
  }

  private static Instances header(String name, int labels, int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int l = 0; l < labels; l++) {
      attributes.add(new Attribute("label" + l, List.of("0", "1")));
    }
    return new Instances("'" + name + ": -C " + labels + "'", attributes, rows);
  }

  /** A file some of whose attributes, of two values each, become labels; the others are inputs. */
  static Instances ofFile(Path file, String... names) throws Exception {
    Instances all = QualityData.read(file, "last");
    Instances data = header(QualityData.name(file), names.length, all.size());
    List<Attribute> inputs = new ArrayList<>();
    for (int i = 0; i < all.numAttributes(); i++) {
      if (!List.of(names).contains(all.attribute(i).name())) {
        inputs.add(all.attribute(i));
        data.insertAttributeAt((Attribute) all.attribute(i).copy(), data.numAttributes());
      }
    }
    for (Instance row : all) {
      double[] values = new double[data.numAttributes()];
      for (int l = 0; l < names.length; l++) {
        values[l] = row.value(all.attribute(names[l]));
      }
      for (int i = 0; i < inputs.size(); i++) {
        values[names.length + i] = row.isMissing(inputs.get(i)) ? Utils.missingValue() : row.value(inputs.get(i));
      }
      data.add(new DenseInstance(1, values));
    }
    return data;
  }

  private static double[][] weights(Random random, int rows, int columns) {
    double[][] w = new double[rows][columns];
    for (double[] row : w) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return w;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
