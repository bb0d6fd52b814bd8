package weka.core.neural.curves.clusters;

import ruru.nn.RandomStream;
import ruru.nn.Rng;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Rows without clusters, to compare with: each number is drawn evenly from the range in the data (Tibshirani, Walther
 * and Hastie 2001, reference (a)), each nominal value as often as it is in the data, no attribute with regard to
 * another. There are as many rows as in the data, with the same weights, and no value is missing.
 */
final class ReferenceRows {
  private ReferenceRows() {}

  /** @param number of the data set among those drawn from the seed */
  static Instances draw(Instances data, long seed, int number) {
    int rows = data.numInstances();
    double[][] values = new double[rows][data.numAttributes()];
    Rng rng = new Rng(seed, RandomStream.REFERENCE_ROWS, number);
    for (int a = 0; a < data.numAttributes(); a++) {
      Attribute attribute = data.attribute(a);
      double[] known = data.stream().filter(row -> !row.isMissing(attribute)).mapToDouble(row -> row.value(attribute))
          .sorted().toArray();
      for (double[] row : values) {
        if (known.length > 0) {
          row[a] = attribute.isNominal() ? known[rng.nextInt(known.length)]
              : known[0] + rng.nextDouble() * (known[known.length - 1] - known[0]);
        }
      }
    }
    Instances drawn = new Instances(data, rows);
    for (int r = 0; r < rows; r++) {
      Instance row = new DenseInstance(data.instance(r).weight(), values[r]);
      drawn.add(row);
    }
    return drawn;
  }
}
