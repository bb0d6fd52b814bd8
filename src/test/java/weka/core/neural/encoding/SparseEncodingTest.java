package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Tensor;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.SparseDataset;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;
import weka.core.neural.Scaling;

class SparseEncodingTest {
  private static final int WORDS = 400;

  /** Counts of words, a number that is never 0, two nominal attributes, and values that are missing. */
  private static Instances table(int rows, boolean stored) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      attributes.add(new Attribute("w" + i));
    }
    attributes.add(new Attribute("length"));
    attributes.add(new Attribute("two", List.of("a", "b")));
    attributes.add(new Attribute("three", List.of("a", "b", "c")));
    attributes.add(new Attribute("class", List.of("p", "q")));
    Instances data = new Instances("words", attributes, rows);
    data.setClassIndex(WORDS + 3);
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] row = new double[WORDS + 4];
      for (int k = 0; k < 12; k++) {
        row[random.nextInt(WORDS)] = random.nextInt(20) == 0 ? Double.NaN : 1 + random.nextInt(3);
      }
      row[WORDS] = 5 + random.nextGaussian();
      row[WORDS + 1] = random.nextInt(2);
      row[WORDS + 2] = random.nextInt(3);
      row[WORDS + 3] = random.nextInt(2);
      Instance dense = new DenseInstance(1, row);
      data.add(stored ? new SparseInstance(dense) : dense);
    }
    return data;
  }

  private static float[] read(Dataset rows) {
    Tensor x = new Tensor(rows.inputShape(), rows.size());
    rows.read(IntStream.range(0, rows.size()).toArray(), 0, rows.size(), x, null);
    return x.matrix();
  }

  private static float[] byRow(InputEncoder encoder, Instances data) {
    float[] result = new float[data.numInstances() * encoder.width()];
    for (int r = 0; r < data.numInstances(); r++) {
      encoder.encode(data.instance(r), result, r * encoder.width());
    }
    return result;
  }

  @Test
  void storedValuesAreEncodedAsAllAre() {
    Instances stored = table(300, true);
    Instances dense = table(300, false);
    InputEncoder encoder = new InputEncoder(dense, Scaling.STANDARDISE, 0, 1);
    assertTrue(encoder.describe().contains("left so, a usual value of others as 2: 400"), encoder.describe());
    float[] expected = byRow(encoder, dense);
    for (InputEncoder each : List.of(encoder, new InputEncoder(stored, Scaling.STANDARDISE, 0, 3))) {
      for (Instances rows : List.of(dense, stored)) {
        Dataset encoded = each.dataset(rows, Targets.none(300));
        assertInstanceOf(SparseDataset.class, encoded);
        assertArrayEquals(expected, read(encoded));
        assertEquals(300, encoded.size());
      }
    }
  }

  @Test
  void rowsOfTheTestMayHaveNothingInCommon() {
    InputEncoder encoder = new InputEncoder(table(300, true), Scaling.STANDARDISE, 0, 1);
    Instances rows = table(3, true);
    rows.delete();
    rows.add(new SparseInstance(1, new double[0], new int[0], WORDS + 4));
    rows.add(new SparseInstance(1, new double[] {1e300, Double.NaN}, new int[] {0, WORDS}, WORDS + 4));
    assertArrayEquals(byRow(encoder, rows), read(encoder.dataset(rows, Targets.none(2))));
  }

  @Test
  void tablesOfOtherKindsStayAsTheyAre() {
    Instances data = table(300, true);
    assertInstanceOf(ArrayDataset.class,
        new InputEncoder(data, Scaling.RANGE, 0, 1).dataset(data, Targets.none(300)), "zeros become -1");
    assertInstanceOf(SparseDataset.class,
        new InputEncoder(data, Scaling.NONE, 0, 1).dataset(data, Targets.none(300)));
    Instances narrow = table(300, true);
    for (int i = 0; i < 250; i++) {
      narrow.deleteAttributeAt(0);
    }
    assertInstanceOf(ArrayDataset.class,
        new InputEncoder(narrow, Scaling.NONE, 0, 1).dataset(narrow, Targets.none(300)), "few inputs");
  }
}
