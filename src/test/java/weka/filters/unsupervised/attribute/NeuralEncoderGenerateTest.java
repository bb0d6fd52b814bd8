package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

/** New rows. */
class NeuralEncoderGenerateTest {
  private static NeuralEncoder encoder(String options, Instances data) throws Exception {
    NeuralEncoder f = new NeuralEncoder();
    f.setOptions(Utils.splitOptions("-variational -code 1 " + options));
    f.setInputFormat(data);
    return f;
  }

  @Test
  void laterRowsPassUnchanged() throws Exception {
    Instances data = iris();
    NeuralEncoder f = encoder("-epochs 2 -generate 20", data);
    assertEquals(20, Filter.useFilter(data, f).numInstances());
    Instances later = Filter.useFilter(data, f);
    assertEquals(150, later.numInstances());
    for (int r = 0; r < 150; r++) {
      assertEquals(data.instance(r).toString(), later.instance(r).toString());
    }
    f.input(data.instance(3));
    assertEquals(data.instance(3).toString(), f.output().toString());
    assertEquals(0, f.numPendingOutput());
  }

  /** Two groups, of which one counts nine times as much: shares of 1 and 9 tenths give a deviation of 3, else 5. */
  @Test
  void newRowsAreAsTheWeightsSay() throws Exception {
    StringBuilder rows = new StringBuilder("@attribute a numeric\n@attribute y {u}\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 200; r++) {
      rows.append(10 * (r % 2) + 0.1 * random.nextGaussian()).append(",u\n");
    }
    Instances data = arff(rows.toString());
    for (int r = 1; r < 200; r += 2) {
      data.instance(r).setWeight(9);
    }
    Instances made = Filter.useFilter(data, encoder("-epochs 60 -generate 2000", data));
    assertEquals(9, made.meanOrMode(0), 0.6);
    assertEquals(3, Math.sqrt(made.variance(0)), 0.4);
  }

  /** An attribute that no other tells about is all chance, which no two rows may share. */
  @Test
  void everyRowHasItsOwnChance() throws Exception {
    StringBuilder rows = new StringBuilder(
        "@attribute a numeric\n@attribute b numeric\n@attribute c numeric\n@attribute y {u}\n@data\n");
    Random random = new Random(1);
    for (int r = 0; r < 300; r++) {
      double a = random.nextGaussian();
      rows.append(a).append(',').append(a).append(',').append(random.nextGaussian()).append(",u\n");
    }
    Instances data = arff(rows.toString());
    Instances made = Filter.useFilter(data, encoder("-epochs 60 -generate 1024", data));
    double[] chance = made.attributeToDoubleArray(2);
    for (int apart : new int[] {1, 256, 512}) {
      double[] first = Arrays.copyOf(chance, 1024 - apart);
      double[] second = Arrays.copyOfRange(chance, apart, 1024);
      double correlation = Utils.correlation(first, second, first.length);
      assertTrue(Math.abs(correlation) < 0.15, "rows " + apart + " apart are alike: " + correlation);
    }
  }
}
