package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.Scaling;

class InputEncoderTest {
  private static float[] encode(InputEncoder encoder, double... values) {
    float[] x = new float[encoder.width() + 1];
    encoder.encode(new DenseInstance(1, values), x, 1);
    assertEquals(0, x[0], "before the offset");
    return java.util.Arrays.copyOfRange(x, 1, x.length);
  }

  /** A number, one that is missing once, two values, three values of which one is never seen, and a constant. */
  private static Instances table() throws IOException {
    return Samples.arff("@attribute a numeric", "@attribute m numeric", "@attribute b {no,yes}",
        "@attribute c {r,g,never,w}", "@attribute k numeric", "@attribute class {p,q}", "@data", "0,10,no,r,5,p",
        "4,?,yes,g,5,q", "8,20,yes,w,5,q");
  }

  @Test
  void eachAttributeHasItsInputs() throws IOException {
    InputEncoder encoder = new InputEncoder(table(), Scaling.RANGE, 0, 1);
    assertEquals(1 + 2 + 1 + 3, encoder.width());
    assertEquals(7, encoder.widthWithoutBins());
    assertEquals(Shape.of(7), encoder.shape());
    assertFalse(encoder.isEmpty());
    assertEquals("7", encoder.input());
    assertEquals("none", encoder.images());
    assertEquals(Scaling.RANGE, encoder.scaling());
    assertArrayEquals(new float[] {-1, -1, 0, -1, 1, 0, 0}, encode(encoder, 0, 10, 0, 0, 5, 0));
    assertArrayEquals(new float[] {1, 1, 0, 1, 0, 0, 1}, encode(encoder, 8, 20, 1, 3, 5, 0));
  }

  /** The mean, which is the middle of 10 and 20, or the mode, and a mark where training had missing values. */
  @Test
  void whatIsMissingIsMeanOrMode() throws IOException {
    InputEncoder encoder = new InputEncoder(table(), Scaling.RANGE, 0, 1);
    double no = Double.NaN;
    assertArrayEquals(new float[] {0, 0, 1, 1, 1, 0, 0}, encode(encoder, no, no, no, no, no, 0));
  }

  /** A value of a nominal attribute that training did not see is none of those it saw. */
  @Test
  void anUnseenValueIsNone() throws IOException {
    InputEncoder encoder = new InputEncoder(table(), Scaling.RANGE, 0, 1);
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0}, encode(encoder, 4, 15, 2, 2, 9, 0));
  }

  @Test
  void wildNumbersAreCutUnlessNumbersAreLeftAlone() throws IOException {
    InputEncoder scaled = new InputEncoder(table(), Scaling.RANGE, 0, 1);
    assertEquals(1e6f, encode(scaled, 1e300, 10, 0, 0, 5, 0)[0]);
    assertEquals(-1e6f, encode(scaled, -1e300, 10, 0, 0, 5, 0)[0]);
    InputEncoder plain = new InputEncoder(table(), Scaling.NONE, 0, 1);
    assertEquals(1e30f, encode(plain, 1e30, 10, 0, 0, 5, 0)[0]);
    assertEquals(15, encode(plain, 4, Double.NaN, 0, 0, 5, 0)[1]);
  }

  /** After all other inputs, those of each number in turn. */
  @Test
  void binsComeLast() throws IOException {
    InputEncoder encoder = new InputEncoder(table(), Scaling.RANGE, 2, 1);
    assertEquals(7, encoder.widthWithoutBins());
    assertEquals(7 + 2, encoder.width(), "10 and 20 need no bins");
    assertEquals(2, encoder.bins());
    float[] low = encode(encoder, 0, 10, 0, 0, 5, 0);
    float[] middle = encode(encoder, 4, 10, 0, 0, 5, 0);
    float[] high = encode(encoder, 8, 10, 0, 0, 5, 0);
    assertTrue(low[7] < middle[7] && middle[7] == high[7], "from 0 to 4");
    assertTrue(low[8] == middle[8] && middle[8] < high[8], "from 4 to 8");
    assertArrayEquals(middle, encode(encoder, Double.NaN, 10, 0, 0, 5, 0));
    assertEquals(9, encoder.inputs(3).size());
    assertTrue(encoder.inputs(3).get(8).startsWith("(bin(a, 4, 8)"), encoder.inputs(3).get(8));
  }

  /** Of weights 3 and 1 the mean is a quarter of the way; the mode is the heavier value. */
  @Test
  void whatStandsForAMissingValueIsWeighted() throws IOException {
    Instances data = Samples.arff("@attribute a numeric", "@attribute c {x,y,z}", "@attribute class {p,q}", "@data",
        "0,x,p", "4,y,p", "?,y,p", "0,z,p");
    for (int r = 0; r < 4; r++) {
      data.instance(r).setWeight(new double[] {3, 1, 0.5, 0}[r]);
    }
    InputEncoder encoder = new InputEncoder(data, Scaling.RANGE, 0, 1);
    assertArrayEquals(new float[] {-0.5f, 1, -1}, encode(encoder, Double.NaN, Double.NaN, 0));
  }

  /** So that a prediction can be followed by hand. */
  @Test
  void inputsSayHowTheyAreWorkedOut() throws IOException {
    List<String> inputs = new InputEncoder(table(), Scaling.RANGE, 0, 1).inputs(3);
    assertEquals(7, inputs.size());
    assertTrue(inputs.get(0).startsWith("(a - 4) / 4;") && inputs.get(0).endsWith(" 4"), inputs.get(0));
    assertTrue(inputs.get(1).startsWith("(m - 15) / 5;") && inputs.get(1).endsWith(" 15"), inputs.get(1));
    assertEquals("m is missing", inputs.get(2));
    assertTrue(inputs.get(3).startsWith("b: no -1, yes +1;") && inputs.get(3).endsWith(" yes"), inputs.get(3));
    assertTrue(inputs.get(4).startsWith("c=r;"), "the first of equal ones stands for a missing value");
    assertEquals(List.of("c=g", "c=w"), inputs.subList(5, 7));
    String plain = new InputEncoder(table(), Scaling.NONE, 0, 1).inputs(3).get(1);
    assertTrue(plain.startsWith("m;") && plain.endsWith(" 15"), plain);
  }

  /** Weka's own distance behind its range and mode, twice as large as numbers go to [-1, 1] here. */
  @Test
  void distancesAreWekasTimesTwo() throws IOException {
    Instances data = Samples.arff("@attribute a numeric", "@attribute b {no,yes}", "@attribute c {r,g,w}",
        "@attribute d numeric", "@data", "0,no,r,1", "4,yes,g,2", "8,yes,w,7", "2,no,g,2");
    data.setClassIndex(-1);
    InputEncoder encoder = InputEncoder.forDistances(data, Scaling.RANGE, 1, Cancellation.NEVER);
    EuclideanDistance weka = new EuclideanDistance(data);
    for (Instance one : data) {
      for (Instance other : data) {
        double square = 0;
        float[] x = encode(encoder, one.toDoubleArray());
        float[] y = encode(encoder, other.toDoubleArray());
        for (int i = 0; i < x.length; i++) {
          square += (x[i] - y[i]) * (double) (x[i] - y[i]);
        }
        assertEquals(2 * weka.distance(one, other), Math.sqrt(square), 1e-6, one + " and " + other);
      }
    }
  }

  @Test
  void distancesHaveNoMarkOfWhatIsMissing() throws IOException {
    InputEncoder encoder = InputEncoder.forDistances(table(), Scaling.RANGE, 1, Cancellation.NEVER);
    assertEquals(6, encoder.width());
    assertArrayEquals(new float[] {0, 0, 1, (float) Math.sqrt(2), 0, 0},
        encode(encoder, 4, Double.NaN, 1, 0, 5, 0));
    Instances same = Samples.arff("@attribute a numeric", "@attribute class {p,q}", "@data", "1,p", "?,p");
    assertTrue(InputEncoder.forDistances(same, Scaling.RANGE, 1, Cancellation.NEVER).isEmpty(),
        "but for a missing value it is constant");
  }

  @Test
  void theDescriptionCounts() throws IOException {
    List<String> lines = new InputEncoder(table(), Scaling.RANGE, 2, 1).describe().lines().toList();
    assertEquals(6, lines.size());
    assertTrue(lines.get(0).startsWith("4 attributes") && lines.get(0).endsWith(" 9 inputs"), lines.get(0));
    assertTrue(lines.get(1).startsWith("  numeric") && lines.get(1).endsWith(": 2"), lines.get(1));
    assertTrue(lines.get(2).contains("bins") && lines.get(2).endsWith(": 1"), lines.get(2));
    assertTrue(lines.get(3).startsWith("  nominal") && lines.get(3).endsWith(": 2"), lines.get(3));
    assertTrue(lines.get(4).startsWith("  missing") && lines.get(4).endsWith(": 1"), lines.get(4));
    assertTrue(lines.get(5).endsWith(": k"), lines.get(5));
  }

  @Test
  void thereIsALineOnlyForWhatThereIs() throws IOException {
    Instances one = Samples.arff("@attribute a numeric", "@attribute class {p,q}", "@data", "1,p", "2,p");
    List<String> lines = new InputEncoder(one, Scaling.NONE, 0, 1).describe().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("1 attribute ") && lines.get(0).endsWith(" 1 input"), lines.get(0));
    String distances = InputEncoder.forDistances(table(), Scaling.RANGE, 1, Cancellation.NEVER).describe();
    assertTrue(distances.lines().anyMatch(l -> l.startsWith("  missing") && l.endsWith(": 1")), distances);
  }

  /** Ten names, then how many more. */
  @Test
  void manyConstantsAreCounted() throws IOException {
    for (int constants : new int[] {10, 11, 30}) {
      StringBuilder header = new StringBuilder("@attribute x numeric\n");
      for (int i = 0; i < constants; i++) {
        header.append("@attribute k").append(i).append(" numeric\n");
      }
      String said = new InputEncoder(Samples.arff(header + "@attribute class {p,q}", "@data",
          "1," + "5,".repeat(constants) + "p", "2," + "5,".repeat(constants) + "p"), Scaling.NONE, 0, 1).describe();
      assertTrue(said.contains("k9") && !said.contains("k10"), said);
      assertEquals(constants > 10, said.endsWith(" and " + (constants - 10) + " more\n"), said);
    }
  }

  /** An array of Java holds 2^31 - 9 numbers at most. */
  @Test
  void tooManyInputsAreRefused() throws IOException {
    InputEncoder encoder = new InputEncoder(table(), Scaling.RANGE, 0, 1);
    List<Instance> many = new AbstractList<>() {
      @Override
      public Instance get(int index) {
        throw new AssertionError("read");
      }

      @Override
      public int size() {
        return 400_000_000;
      }
    };
    Samples.message(() -> encoder.dataset(many, Targets.none(1)), "400000000", "7 inputs");
  }

  @Test
  void whatIsConstantHasNoCode() throws IOException {
    Instances data = table();
    KnownValues.each(data, 1, Cancellation.NEVER, (attribute, known) -> {
      if (attribute.name().equals("k")) {
        assertNull(AttributeCode.fit(attribute, known, Scaling.RANGE, 0, 1000));
      }
    });
  }

  /** Many values of a nominal attribute: some in several rows, the others in one each. */
  private static Instances identifiers(int often, int once) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("x"));
    attributes.add(new Attribute("id", IntStream.range(0, often + once + 5).mapToObj(i -> "v" + i).toList()));
    attributes.add(new Attribute("class", List.of("p", "q")));
    Instances data = new Instances("ids", attributes, 0);
    data.setClassIndex(2);
    for (int v = 0; v < often + once; v++) {
      for (int r = 0; r < (v < often ? 2 + v % 3 : 1); r++) {
        data.add(new DenseInstance(1, new double[] {data.numInstances(), v, r % 2}));
      }
    }
    return data;
  }

  @Test
  void rareValuesOfAnIdentifierShareAnInput() {
    Instances data = identifiers(700, 400);
    InputEncoder encoder = new InputEncoder(data, Scaling.NONE, 0, 1);
    assertEquals(1 + 700 + 1, encoder.width());
    float[] common = encode(encoder, 3, 699, 0);
    assertEquals(1, common[1 + 699]);
    assertEquals(0, common[1 + 700]);
    for (int value : new int[] {700, 1099, 1104}) {
      float[] rare = encode(encoder, 3, value, 0);
      assertEquals(1, rare[1 + 700], "of a single row, or never seen");
      for (int i = 1; i < 701; i++) {
        assertEquals(0, rare[i]);
      }
    }
    assertEquals("id=any other value", encoder.inputs(3).get(701));
    assertTrue(
        encoder.describe().contains("id: 700 values of two rows or more have inputs; 400 rare ones, and any never "
            + "seen, share one"),
        encoder.describe());
    assertEquals(1 + 900, new InputEncoder(identifiers(700, 200), Scaling.NONE, 0, 1).width(), "up to 1,000 stay");
    assertEquals(1 + 1000 + 1, new InputEncoder(identifiers(1500, 0), Scaling.NONE, 0, 1).width(), "the commonest");
  }

  @Test
  void anIdentifierOfOneRowEachIsLeftOut() {
    InputEncoder encoder = new InputEncoder(identifiers(0, 1001), Scaling.NONE, 0, 1);
    assertEquals(1, encoder.width());
    assertTrue(
        encoder.describe().contains("an identifier, with another value in each row, so that nothing can be learnt "
            + "from it, left out: id"),
        encoder.describe());
    assertFalse(encoder.describe().contains("constant"), encoder.describe());
    Instances gaps = identifiers(0, 1001);
    gaps.add(new DenseInstance(1, new double[] {0, Double.NaN, 0}));
    InputEncoder flagged = new InputEncoder(gaps, Scaling.NONE, 0, 1);
    assertEquals(2, flagged.width(), "whether it is missing may tell something");
    assertTrue(flagged.describe().contains("an identifier"), flagged.describe());
  }
}
