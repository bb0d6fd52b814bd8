package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Scaling;

class ResidualsTest {
  private static final int ROWS = 200;

  private static Instances table(double[]... rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i + 1 < rows[0].length; i++) {
      attributes.add(new Attribute("x" + i));
    }
    attributes.add(new Attribute("y"));
    Instances data = new Instances("table", attributes, rows.length);
    data.setClassIndex(attributes.size() - 1);
    for (double[] row : rows) {
      data.add(new DenseInstance(1, row));
    }
    return data;
  }

  /** The third number is the first but for a little. */
  private static Instances nearly(double little) {
    Random random = new Random(1);
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      double a = 50 + 7 * random.nextGaussian();
      double rest = random.nextGaussian();
      rows[r] = new double[] {a, random.nextGaussian(), a + little * rest, rest};
    }
    return table(rows);
  }

  /** A row of two normal numbers. */
  private interface Law {
    double[] row(double a, double b);
  }

  private static Instances drawn(long seed, Law law) {
    Random random = new Random(seed);
    double[][] rows = new double[ROWS][];
    for (int r = 0; r < ROWS; r++) {
      rows[r] = law.row(random.nextGaussian(), random.nextGaussian());
    }
    return table(rows);
  }

  private static InputEncoder encoder(Instances data) {
    return new InputEncoder(data, Scaling.STANDARDISE, 0, 1, true, InputEncoder.MANY_VALUES, Cancellation.NEVER);
  }

  private static double[] column(Instances data, InputEncoder encoder, int input) {
    return data.stream().mapToDouble(row -> {
      float[] x = new float[encoder.width()];
      encoder.encode(row, x, 0);
      return x[input];
    }).toArray();
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = DoubleStream.of(a).average().orElseThrow();
    double meanB = DoubleStream.of(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += Math.pow(a[i] - meanA, 2);
      bb += Math.pow(b[i] - meanB, 2);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void aTinyDifferenceIsAnInputOfItsOwn() {
    for (double little : new double[] {0.1, 1e-3, 1e-4}) {
      Instances data = nearly(little);
      InputEncoder encoder = encoder(data);
      assertEquals(4, encoder.width());
      assertEquals(4, encoder.widthWithoutBins(), "no bin");
      double[] left = column(data, encoder, 3);
      double[] difference = data.stream().mapToDouble(row -> row.value(2) - row.value(0)).toArray();
      assertEquals(1, Math.abs(correlation(left, difference)), 0.02, () -> "a difference of " + little);
      assertEquals(1, DoubleStream.of(left).map(x -> x * x).average().orElseThrow(), 1e-3, "its variance");
      for (int input = 0; input < 2; input++) {
        assertEquals(0, correlation(left, column(data, encoder, input)), 1e-3, "what the others say is taken out");
      }
    }
  }

  @Test
  void theTextOfAnInputIsTheWayToComputeIt() {
    Instances data = nearly(0.1);
    String text = encoder(data).inputs(3).get(3);
    assertTrue(text.matches("what is left of x[02]: \\(x[02] [-+] \\S+ x1 - 0\\.99\\d* x[02]\\) / 0\\.0\\d+, "
        + "all of them standardised"), text);
    assertTrue(encoder(data).describe().contains("also what is left of numbers that others determine"),
        encoder(data).describe());
  }

  /** What is determined exactly leaves rounding errors, and they must not be made large. */
  @Test
  void whatIsDeterminedExactlyAddsNothing() {
    assertEquals(4, encoder(drawn(2, (a, b) -> new double[] {a, b, 0.3 * a - 5 * b + 2, a, 0})).width());
  }

  @Test
  void numbersThatTellSomethingOfTheirOwnAddNothing() {
    assertEquals(2, encoder(drawn(3, (a, b) -> new double[] {a, a + 0.3 * b, 0})).width());
  }

  /** With 7 rows any three numbers are nearly determined by others; with 200 they are not. */
  @Test
  void fewRowsAreNotBelieved() {
    assertEquals(3, encoder(new Instances(nearly(0.001), 0, 14)).width());
    assertEquals(4, encoder(new Instances(nearly(0.001), 0, 15)).width());
  }

  @Test
  void aMissingNumberAndAnExtremeOneStayHarmless() {
    Instances data = nearly(0.001);
    InputEncoder encoder = encoder(data);
    Instance row = (Instance) data.instance(0).copy();
    float[] x = new float[4];
    row.setMissing(0);
    encoder.encode(row, x, 0);
    assertEquals(0, x[3], "nothing is known of the difference");
    row.setValue(0, 1e9);
    encoder.encode(row, x, 0);
    assertEquals(10, Math.abs(x[3]), "clipped");
  }

  /** Where the user chooses the inputs, none are added. */
  @Test
  void onlyWhereTheyAreWanted() {
    assertEquals(List.of(3, 3), List.of(new InputEncoder(nearly(0.001), Scaling.STANDARDISE, 0, 1).width(),
        InputEncoder.forDistances(nearly(0.001), Scaling.STANDARDISE, 1, Cancellation.NEVER).width()));
  }
}
