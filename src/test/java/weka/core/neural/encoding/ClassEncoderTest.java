package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ruru.nn.Loss;
import ruru.nn.Shape;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Hinge;
import ruru.nn.losses.Percentage;
import ruru.nn.losses.Squared;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.Scaling;

class ClassEncoderTest {
  private static Instances labels(int classes, int... values) throws IOException {
    String names = String.join(",", Arrays.asList("a", "b", "c", "d").subList(0, classes));
    StringBuilder rows = new StringBuilder();
    for (int v : values) {
      rows.append("0,").append((char) ('a' + v)).append('\n');
    }
    return Samples.arff("@attribute x numeric", "@attribute class {" + names + "}", "@data", rows.toString());
  }

  private static Instances numbers(double... values) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (double v : values) {
      rows.append("0,").append(v).append('\n');
    }
    return Samples.arff("@attribute x numeric", "@attribute y numeric", "@data", rows.toString());
  }

  private static float[] targets(ClassEncoder encoder, Instances data) {
    return encoder.targets(data, null).values();
  }

  @Test
  void aClassIsAnOutputOfItsOwn() throws IOException {
    Instances data = labels(3, 1, 0, 2);
    ClassEncoder encoder = new ClassEncoder(data, new CrossEntropy(), Scaling.STANDARDISE, true);
    float[] weights = {1, 2, 3};
    Targets targets = encoder.targets(data, weights);
    assertArrayEquals(new float[] {0, 1, 0, 1, 0, 0, 0, 0, 1}, targets.values());
    assertArrayEquals(new int[] {1, 0, 2}, targets.labels());
    assertSame(weights, targets.weights());
    assertEquals(Shape.of(3), targets.shape());
    assertEquals(3, encoder.classes());
    assertEquals(3, encoder.outputs());
    assertEquals(Loss.Task.CLASSES, encoder.task());
    assertEquals("", encoder.describe(3));
  }

  @Test
  void twoClassesShareAnOutputWhereTheLossSaysSo() throws IOException {
    Instances data = labels(2, 1, 0);
    ClassEncoder shared = new ClassEncoder(data, new Hinge(), Scaling.NONE, false);
    assertEquals(1, shared.outputs());
    assertArrayEquals(new float[] {1, 0}, targets(shared, data));
    ClassEncoder each = new ClassEncoder(data, new CrossEntropy(), Scaling.NONE, false);
    assertEquals(2, each.outputs());
    assertArrayEquals(new float[] {0, 1, 1, 0}, targets(each, data));
  }

  /** One class can only have one output, which is 1. */
  @Test
  void theOnlyClassIsCertain() throws IOException {
    Instances data = labels(1, 0, 0);
    assertArrayEquals(new float[] {1, 1}, targets(new ClassEncoder(data, new Hinge(), Scaling.NONE, false), data));
  }

  /** 10, 20 and 30: the mean is 20, the variance 200 / 3. */
  @Test
  void aNumberIsStandardisedAndComesBack() throws IOException {
    Instances data = numbers(10, 20, 30);
    ClassEncoder encoder = new ClassEncoder(data, new Squared(), Scaling.STANDARDISE, false);
    float[] targets = targets(encoder, data);
    float z = (float) (10 / Math.sqrt(200 / 3.0));
    assertArrayEquals(new float[] {-z, 0, z}, targets, 1e-6f);
    assertEquals(30, encoder.decode(targets[2]), 1e-5);
    assertEquals(20 + 100 * Math.sqrt(200 / 3.0), encoder.decode(100), 1e-9, "no limits");
    assertNull(encoder.targets(data, null).labels());
    assertEquals(0, encoder.classes());
    assertEquals(1, encoder.outputs());
    assertEquals(Loss.Task.NUMBERS, encoder.task());
    String said = encoder.describe(3);
    assertTrue(said.contains("8.165") && said.contains("20"), said);
  }

  @Test
  void predictionsEndATenthOfTheRangeBeyondTheTrainingRows() throws IOException {
    ClassEncoder encoder = new ClassEncoder(numbers(10, 20, 30), new Squared(), Scaling.NONE, true);
    assertEquals(8, encoder.decode(-1e6), 1e-12);
    assertEquals(8.5, encoder.decode(8.5));
    assertEquals(31.5, encoder.decode(31.5));
    assertEquals(32, encoder.decode(1e6), 1e-12);
    String said = encoder.describe(3);
    assertTrue(said.contains(" 8.0") && said.contains(" 32.0") && said.lines().count() == 1, said);
    assertEquals("", new ClassEncoder(numbers(10, 20), new Squared(), Scaling.NONE, false).describe(3));
  }

  @Test
  void theLimitsOfTheLargestNumbersAreNoNaN() throws IOException {
    Instances data = numbers(-Double.MAX_VALUE, Double.MAX_VALUE);
    ClassEncoder encoder = new ClassEncoder(data, new Squared(), Scaling.STANDARDISE, true);
    assertEquals(0, encoder.decode(0), 1e293);
  }

  @Test
  void aNumberThatDoesNotVaryIsItsOwnCentre() throws IOException {
    Instances data = numbers(7, 7);
    ClassEncoder encoder = new ClassEncoder(data, new Squared(), Scaling.STANDARDISE, false);
    assertArrayEquals(new float[] {0, 0}, targets(encoder, data));
    assertEquals(7, encoder.decode(0));
    assertEquals(8, encoder.decode(1));
  }

  /** A loss that looks at ratios needs the true zero; deviation of 10, 20 and 30 as above. */
  @Test
  void aLossOfRatiosIsScaledAndNotCentred() throws IOException {
    Instances data = numbers(10, 20, 30);
    float s = (float) Math.sqrt(200 / 3.0);
    assertArrayEquals(new float[] {10 / s, 20 / s, 30 / s},
        targets(new ClassEncoder(data, new Percentage(), Scaling.STANDARDISE, false), data), 1e-6f);
    for (double constant : new double[] {7, -7, 0}) {
      Instances same = numbers(constant, constant);
      ClassEncoder encoder = new ClassEncoder(same, new Percentage(), Scaling.STANDARDISE, false);
      assertEquals(Math.signum(constant), targets(encoder, same)[0]);
      assertEquals(constant, encoder.decode(Math.signum(constant)));
    }
  }

  @Test
  void rowsWithoutWeightTeachNoScaling() throws IOException {
    Instances data = numbers(10, 1e6, 30);
    data.instance(1).setWeight(0);
    assertEquals(20, new ClassEncoder(data, new Squared(), Scaling.STANDARDISE, false).decode(0), 1e-12);
  }

  @Test
  void whatIsNotScaledStays() throws IOException {
    for (Instances data : new Instances[] {numbers(3, 5), numbers(3, 3)}) {
      ClassEncoder encoder = new ClassEncoder(data, new Squared(), Scaling.NONE, false);
      assertEquals(3, targets(encoder, data)[0]);
      assertEquals(9, encoder.decode(9));
    }
  }

  @Test
  void anInfiniteClassIsNamed() throws IOException {
    Instances data = numbers(1, 2, 3);
    data.instance(1).setClassValue(Double.NEGATIVE_INFINITY);
    Samples.message(() -> new ClassEncoder(data, new Squared(), Scaling.STANDARDISE, false), "'y'", "row 2",
        "-Infinity");
  }
}
