package weka.core.neural.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ruru.nn.Cancellation;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.train.Dataset;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.core.neural.Scaling;
import weka.core.neural.options.ImageInput;

/** Images of two pixels with two channels: the first has 0 to 8, the second 10 and 20. */
class PixelEncoderTest {
  private static Instances images() throws IOException {
    return Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute c numeric", "@attribute d numeric",
        "@attribute class {p,q}", "@data", "0,10,4,20,p", "8,20,?,20,q");
  }

  private static float[] encode(Instances data, String input, Scaling scaling) {
    PixelEncoder encoder = new PixelEncoder(data, ImageInput.parse(input), scaling);
    Dataset rows = encoder.dataset(data, Targets.none(data.size()));
    assertEquals(encoder.shape(), rows.inputShape());
    Tensor x = new Tensor(rows.inputShape(), rows.size());
    rows.read(IntStream.range(0, rows.size()).toArray(), 0, rows.size(), x, null);
    float[] all = new float[rows.size() * 4];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < 4; i++) {
        all[4 * r + i] = x.get(r, i);
      }
    }
    return all;
  }

  /** A missing value is the middle of the range. */
  @Test
  void aChannelIsScaledAsOne() throws IOException {
    assertArrayEquals(new float[] {-1, -1, 0, 1, 1, 1, 0, 1}, encode(images(), "1x2x2", Scaling.RANGE));
  }

  /** Of 0, 4 and 8: mean 4, variance 32 / 3; of 10, 20, 20 and 20: mean 17.5, variance 75 / 4. */
  @Test
  void aChannelIsStandardisedAsOne() throws IOException {
    float z = (float) (4 / Math.sqrt(32 / 3.0));
    float s = (float) Math.sqrt(75 / 4.0);
    float[] expected = {-z, -7.5f / s, 0, 2.5f / s, z, 2.5f / s, 0, 2.5f / s};
    assertArrayEquals(expected, encode(images(), "1x2x2", Scaling.STANDARDISE), 1e-6f);
    Instances twice = images();
    twice.add((Instance) twice.instance(0).copy());
    Instances weighted = images();
    weighted.instance(0).setWeight(2);
    float[] byWeight = encode(weighted, "1x2x2", Scaling.STANDARDISE);
    assertArrayEquals(java.util.Arrays.copyOf(encode(twice, "1x2x2", Scaling.STANDARDISE), 8), byWeight, 1e-6f);
  }

  /** The first two attributes are the first channel, and come apart. */
  @Test
  void channelsMayBeListedOneAfterTheOther() throws IOException {
    Instances data = images();
    data.instance(1).setValue(2, 4);
    assertArrayEquals(new float[] {-1, -1, 0, 1, -0.2f, -1, 1, 1}, encode(data, "1x2x2 order=chw", Scaling.RANGE),
        1e-6f);
  }

  @Test
  void rowsWithoutWeightTeachNothing() throws IOException {
    Instances data = images();
    data.add((Instance) data.instance(0).copy());
    data.instance(2).setValue(0, 1e6);
    data.instance(2).setWeight(0);
    assertArrayEquals(encode(images(), "1x2x2", Scaling.RANGE),
        java.util.Arrays.copyOf(encode(data, "1x2x2", Scaling.RANGE), 8));
  }

  /** One that does not vary is 0, and other values later keep their distance; without scaling all stay. */
  @Test
  void aConstantChannelIsCentred() throws IOException {
    Instances data = images();
    for (int r = 0; r < 2; r++) {
      data.instance(r).setValue(1, 20);
    }
    for (Scaling scaling : new Scaling[] {Scaling.RANGE, Scaling.STANDARDISE}) {
      float[] x = encode(data, "1x2x2", scaling);
      assertEquals(0, x[1]);
      PixelEncoder encoder = new PixelEncoder(data, ImageInput.parse("1x2x2"), scaling);
      assertEquals(3, encoder.codes(data).get(1).scaled(23));
      assertEquals("a,b,c,d", String.join(",", encoder.codes(data).stream().map(AttributeCode::name).toList()));
    }
    assertArrayEquals(new float[] {0, 20, 4, 20, 8, 20, 0, 20}, encode(data, "1x2x2", Scaling.NONE));
    data.forEach(row -> row.setMissing(1));
    data.forEach(row -> row.setMissing(3));
    assertEquals(0, encode(data, "1x2x2", Scaling.STANDARDISE)[1], "nothing is known");
  }

  @Test
  void theLargestNumbersAreScaledToo() throws IOException {
    Instances data = images();
    data.instance(0).setValue(0, -Double.MAX_VALUE);
    data.instance(1).setValue(0, Double.MAX_VALUE);
    float[] x = encode(data, "1x2x2", Scaling.RANGE);
    assertEquals(-1, x[0], 1e-6);
    assertEquals(1, x[4], 1e-6);
  }

  @Test
  void whatFitsNoImageIsRefused() throws IOException {
    Instances data = images();
    Samples.message(() -> encode(data, "3x1x1", Scaling.RANGE), "3x1x1", "3", "4 attributes");
    data.instance(1).setValue(3, Double.POSITIVE_INFINITY);
    Samples.message(() -> encode(data, "1x2x2", Scaling.RANGE), "'d'", "row 2", "Infinity");
    data.replaceAttributeAt(new Attribute("b", List.of("x", "y")), 1);
    Samples.message(() -> encode(data, "1x2x2", Scaling.RANGE), "1x2x2", "'b'");
  }

  @Test
  void tooManyPixelsAreRefused() throws IOException {
    PixelEncoder encoder = new PixelEncoder(images(), ImageInput.parse("1x2x2"), Scaling.RANGE);
    List<Instance> many = new AbstractList<>() {
      @Override
      public Instance get(int index) {
        throw new AssertionError("read");
      }

      @Override
      public int size() {
        return 1 << 29;
      }
    };
    Samples.message(() -> encoder.dataset(many, Targets.none(1)), "536870912", "4 values");
  }

  @Test
  void imagesAndSeriesAreDescribed() throws IOException {
    PixelEncoder image = new PixelEncoder(images(), ImageInput.parse("1x2x2 order=chw"), Scaling.RANGE);
    PixelEncoder series = new PixelEncoder(images(), ImageInput.parse("2x2"), Scaling.RANGE);
    assertEquals("1x2x2 order=chw", image.input());
    assertEquals(Shape.of(2, 2), series.shape());
    assertEquals(Scaling.RANGE, image.scaling());
    assertTrue(image.describe().startsWith("4 attributes") && image.describe().contains("images"), image.describe());
    String said = series.describe();
    assertTrue(said.contains("series") && said.endsWith("(v - 4.000) / 4.000, (v - 15.00) / 5.000\n"), said);
    assertTrue(image.inputs(3).get(0).startsWith("pixels") && series.inputs(3).get(0).startsWith("steps"));
  }

  @Test
  void aSeriesEndsWithItsLastKnownStep() throws IOException {
    Instances data = Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute c numeric",
        "@attribute d numeric", "@attribute class {p,q}", "@data", "0,10,4,20,p", "8,20,?,?,q", "4,?,?,?,q",
        "?,?,?,?,p", "?,?,1,?,p");
    PixelEncoder encoder = new PixelEncoder(data, ImageInput.parse("2x2"), Scaling.NONE, true, Cancellation.NEVER);
    Dataset rows = encoder.dataset(data, Targets.none(5));
    assertTrue(rows.isRagged());
    assertArrayEquals(new int[] {2, 1, 1, 1, 2}, IntStream.range(0, 5).map(rows::length).toArray());
    Tensor x = new Tensor(rows.inputShape(), 1);
    rows.read(new int[] {4}, 0, 1, x, null);
    assertArrayEquals(new float[] {0, 0, 1, 0}, new float[] {x.get(0, 0), x.get(0, 1), x.get(0, 2), x.get(0, 3)});
    assertFalse(new PixelEncoder(data, ImageInput.parse("2x2"), Scaling.NONE).dataset(data, Targets.none(5))
        .isRagged());
  }
}
