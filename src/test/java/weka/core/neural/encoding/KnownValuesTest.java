package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.neural.Scaling;

/** More attributes than are read in one pass, the class among them. */
class KnownValuesTest {
  private static final int ATTRIBUTES = 75;
  private static final int CLASS = 40;

  private static Instances table(int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    IntStream.range(0, ATTRIBUTES).forEach(i -> attributes.add(new Attribute("a" + i)));
    Instances data = new Instances("table", attributes, rows);
    data.setClassIndex(CLASS);
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] values = random.doubles(ATTRIBUTES).map(v -> v < 0.2 ? Double.NaN : v).toArray();
      data.add(new DenseInstance(r % 4, values));
    }
    return data;
  }

  @Test
  void eachAttributeButTheClassIsToldInOrder() {
    Instances data = table(20);
    List<Integer> told = new ArrayList<>();
    KnownValues.each(data, 1, Cancellation.NEVER, (attribute, known) -> {
      int i = attribute.index();
      told.add(i);
      int[] rows = IntStream.range(0, 20).filter(r -> r % 4 > 0 && !data.instance(r).isMissing(i)).toArray();
      assertEquals(rows.length, known.count());
      assertArrayEquals(Arrays.stream(rows).mapToDouble(r -> data.instance(r).value(i)).toArray(),
          Arrays.copyOf(known.values(), known.count()));
      assertArrayEquals(Arrays.stream(rows).mapToDouble(r -> r % 4).toArray(),
          Arrays.copyOf(known.weights(), known.count()));
      assertEquals(IntStream.range(0, 20).anyMatch(r -> r % 4 > 0 && data.instance(r).isMissing(i)), known.missing());
    });
    assertEquals(IntStream.range(0, ATTRIBUTES).filter(i -> i != CLASS).boxed().toList(), told);
  }

  @Test
  void aConstantIsTheOnlyValueThatIsKnown() {
    double[] values = {3, 3, 4};
    assertEquals(3, new KnownValues(2, values, new double[3], true).constant());
    assertEquals(3, new KnownValues(1, values, new double[3], true).constant());
    assertEquals(Double.NaN, new KnownValues(3, values, new double[3], false).constant());
    assertEquals(Double.NaN, new KnownValues(0, values, new double[3], true).constant());
  }

  @Test
  void threadsChangeNothing() {
    Instances data = table(3000);
    data.setClassIndex(-1);
    float[] one = encoded(data, 1);
    assertArrayEquals(one, encoded(data, 2));
    assertArrayEquals(one, encoded(data, 4));
    data.instance(7).setValue(70, Double.NEGATIVE_INFINITY);
    data.instance(9).setValue(3, Double.NEGATIVE_INFINITY);
    for (int threads = 1; threads <= 4; threads++) {
      int most = threads;
      String message = assertThrows(IllegalArgumentException.class, () -> encoded(data, most)).getMessage();
      assertTrue(message.contains("attribute 'a3', row 10"), message);
    }
  }

  private static float[] encoded(Instances data, int threads) {
    InputEncoder encoder = new InputEncoder(data, Scaling.STANDARDISE, 8, threads);
    Dataset rows = encoder.dataset(data, Targets.none(data.numInstances()));
    Tensor x = new Tensor(rows.inputShape(), rows.size());
    int[] all = IntStream.range(0, rows.size()).toArray();
    rows.read(all, 0, all.length, x, null);
    float[] byRow = new float[x.matrix().length];
    for (int r : all) {
      encoder.encode(data.instance(r), byRow, r * encoder.width());
    }
    assertArrayEquals(byRow, x.matrix());
    return byRow;
  }

  @Test
  void anInfiniteValueIsNamedUnlessItsRowHasNoWeight() {
    Instances data = table(20);
    data.instance(4).setValue(70, Double.NEGATIVE_INFINITY);
    data.instance(9).setValue(CLASS, Double.POSITIVE_INFINITY);
    KnownValues.each(data, 1, Cancellation.NEVER, (attribute, known) -> {});
    data.instance(5).setValue(70, Double.NEGATIVE_INFINITY);
    String message = assertThrows(IllegalArgumentException.class,
        () -> KnownValues.each(data, 1, Cancellation.NEVER, (attribute, known) -> {})).getMessage();
    assertTrue(message.contains("attribute 'a70', row 6"), message);
  }
}
