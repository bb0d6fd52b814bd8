package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.Scaling;
import weka.core.neural.options.ImageInput;

/** A number from 1 to 3, a nominal attribute of which one value is never seen, a constant, and one of two values. */
class TargetEncoderTest {
  private static final double UNSEEN = 6 * Math.log(10);
  private static final float MISSING = Float.NaN;

  private final Instances data = Samples.arff("@attribute a numeric", "@attribute c {x,y,z}", "@attribute k numeric",
      "@attribute b {no,yes}", "@attribute class {p,q}", "@data", "1,x,5,no,p", "3,z,5,yes,q", "?,?,?,no,p");
  private final TargetEncoder encoder =
      new TargetEncoder(data, new InputEncoder(data, Scaling.RANGE, 0, 1), 1, Cancellation.NEVER);

  TargetEncoderTest() throws IOException {}

  private Instance row(double... values) {
    Instance row = new DenseInstance(1, values);
    row.setDataset(data);
    return row;
  }

  private float[] encode(Instance row) {
    float[] target = new float[6];
    encoder.encode(row, target, 1);
    assertEquals(0, target[0], "before the offset");
    return java.util.Arrays.copyOfRange(target, 1, 6);
  }

  @Test
  void whatVariesHasColumns() {
    assertEquals(5, encoder.width());
    assertEquals("n1+c2+c2", encoder.text());
    assertEquals("1 number and 2 nominal attributes", encoder.describe());
    assertArrayEquals(new float[] {-1, 1, 0, 1, 0, 1, 0, 1, 0, 1, MISSING, MISSING, MISSING, 1, 0},
        encoder.encode(data, Cancellation.NEVER));
  }

  @Test
  void numbersSideBySideAreOneGroup() throws IOException {
    Instances table = Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute c {x,y,z}",
        "@attribute d numeric", "@attribute class {p,q}", "@data", "1,2,x,3,p", "2,3,y,4,p", "3,4,z,5,p");
    assertEquals("n2+c3+n1", of(table).text());
    assertEquals("3 numbers and 1 nominal attribute", of(table).describe());
    table.deleteAttributeAt(2);
    assertEquals("numbers", of(table).text());
    assertEquals("numbers", of(table).describe());
  }

  private static TargetEncoder of(Instances table) {
    return new TargetEncoder(table, new InputEncoder(table, Scaling.NONE, 0, 1), 1, Cancellation.NEVER);
  }

  @Test
  void aValueThatTrainingDidNotKnowIsMissing() {
    assertArrayEquals(new float[] {0, MISSING, MISSING, 0, 1}, encode(row(2, 1, 5, 1, 0)));
  }

  /** Into the place of the class nothing is written. */
  @Test
  void predictionsComeBackAsAttributes() {
    double[] values = {-9, -9, -9, -9, -9};
    encoder.decode(new float[] {7, 0.5f, 0.2f, 0.8f, 0.9f, 0.1f}, 1, values);
    assertArrayEquals(new double[] {2.5, 2, 5, 0, -9}, values);
    encoder.decode(new float[] {-2, 0.5f, 0.5f, 0.1f, 0.9f}, 0, values);
    assertArrayEquals(new double[] {0, 0, 5, 1, -9}, values, "the first of equal ones");
  }

  /** (-1 - 0.5)^2, -log 0.2 and -log 0.1, over three; the constant has no part in it. */
  @Test
  void theErrorIsTheMeanOverKnownAttributes() {
    float[] p = {7, 0.5f, 0.2f, 0.8f, 0.9f, 0.1f};
    assertEquals((2.25 - Math.log(0.2) - Math.log(0.1)) / 3, encoder.error(row(1, 0, 5, 1, 0), p, 1), 1e-6);
    assertEquals((2.25 - Math.log(0.1)) / 2, encoder.error(row(1, Double.NaN, 5, 1, 0), p, 1), 1e-6);
    assertEquals(UNSEEN, encoder.error(row(Double.NaN, 1, 5, Double.NaN, 0), p, 1), 1e-6, "a value never seen");
    assertEquals(UNSEEN, encoder.error(row(Double.NaN, 0, 5, Double.NaN, 0), new float[5], 0), 1e-6, "not 1 / 0");
  }

  @Test
  void whatWasConstantAddsItsDepartureInFull() {
    float[] p = {0.5f, 0.2f, 0.8f, 0.9f, 0.1f};
    double departure = UNSEEN + Math.log(2);
    assertEquals((2.25 - Math.log(0.1)) / 2 + departure, encoder.error(row(1, Double.NaN, 10, 1, 0), p, 0), 1e-6);
    assertEquals(departure, encoder.error(row(Double.NaN, Double.NaN, 10, Double.NaN, 0), p, 0), 1e-6);
    double none = encoder.error(row(Double.NaN, Double.NaN, 5, Double.NaN, 0), p, 0);
    assertTrue(Double.isNaN(none), "nothing that varied is known, and nothing departs: " + none);
  }

  @Test
  void aConstantOfWhichNothingIsKnownComesBackMissing() throws IOException {
    Instances empty = Samples.arff("@attribute a numeric", "@attribute k numeric", "@attribute class {p,q}", "@data",
        "1,?,p", "2,4,p", "3,?,p");
    empty.instance(1).setWeight(0);
    double[] values = new double[3];
    of(empty).decode(new float[] {1}, 0, values);
    assertTrue(Double.isNaN(values[1]), "a row of no weight taught " + values[1]);
  }

  @Test
  void nominalValuesAreDrawnByTheirShares() {
    Rng rng = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    float[] p = {9, 0, 0.3f, 0.7f, 1, 0};
    int second = 0;
    for (int i = 0; i < 4000; i++) {
      double[] values = new double[5];
      encoder.draw(p, 1, new double[5], rng, values);
      assertEquals(2, values[0], "no noise");
      assertEquals(0, values[3], "a share of 1");
      second += values[1] == 2 ? 1 : 0;
    }
    assertEquals(0.7, second / 4000.0, 4 * Math.sqrt(0.21 / 4000), "within four standard deviations");
  }

  /** Two numbers, and a nominal attribute of three values between them, drawn in proportion 2 : 3 : 5. */
  @Test
  void everyColumnIsDrawnFromItsOwnPlace() throws IOException {
    TargetEncoder three = of(Samples.arff("@attribute a numeric", "@attribute c {x,y,z}", "@attribute b numeric",
        "@attribute class {p,q}", "@data", "1,x,1,p", "2,y,2,p", "3,z,3,q"));
    Rng rng = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    int[] counts = new int[3];
    for (int i = 0; i < 4000; i++) {
      double[] values = new double[4];
      three.draw(new float[] {-9, 1.5f, 0.2f, 0.3f, 0.5f, 2.5f}, 1, new double[5], rng, values);
      assertEquals(1.5, values[0]);
      assertEquals(2.5, values[2]);
      counts[(int) values[1]]++;
    }
    for (int v = 0; v < 3; v++) {
      double share = new double[] {0.2, 0.3, 0.5}[v];
      assertEquals(share, counts[v] / 4000.0, 4 * Math.sqrt(share * (1 - share) / 4000), "value " + v);
    }
    double[] values = new double[4];
    three.decode(new float[] {1, 0.2f, 0.5f, 0.3f, 3}, 0, values);
    assertArrayEquals(new double[] {1, 1, 3, 0}, values);
  }

  /** The noise is of the column, whose unit is half the range: here 1. */
  @Test
  void numbersAreDrawnWithTheirNoise() {
    Rng rng = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 4000; i++) {
      double[] values = new double[5];
      encoder.draw(new float[] {0.5f, 1, 0, 1, 0}, 0, new double[] {0.2, 9, 9, 9, 9}, rng, values);
      sum += values[0];
      squares += (values[0] - 2.5) * (values[0] - 2.5);
    }
    assertEquals(2.5, sum / 4000, 4 * 0.2 / Math.sqrt(4000));
    assertEquals(0.04, squares / 4000, 4 * 0.04 * Math.sqrt(2 / 4000.0));
  }

  /** Two pixels, of which the second was always 4: a departure has no size there, and is in the mean. */
  @Test
  void pixelsAreColumnsWhetherTheyVaryOrNot() throws IOException {
    Instances images = Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute class {p,q}", "@data",
        "0,4,p", "8,4,q");
    TargetEncoder pixels =
        new TargetEncoder(images, new PixelEncoder(images, ImageInput.parse("2x1"), Scaling.RANGE), 1,
            Cancellation.NEVER);
    assertEquals("numbers", pixels.text());
    assertArrayEquals(new float[] {-1, 0, 1, 0}, pixels.encode(images, Cancellation.NEVER));
    Instance changed = new DenseInstance(1, new double[] {8, 6, 0});
    changed.setDataset(images);
    assertEquals((0.25 + 0.25 + UNSEEN) / 2, pixels.error(changed, new float[] {0.5f, 0}, 0), 1e-6);
    double[] values = new double[3];
    pixels.decode(new float[] {0.5f, 0.25f}, 0, values);
    assertArrayEquals(new double[] {6, 5, 0}, values);
  }
}
