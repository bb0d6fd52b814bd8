package weka.filters.unsupervised.attribute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.filters.unsupervised.attribute.NeuralEncoderTest.encoder;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;

/** Attributes that training knew one value of: other values are anomalies, and nothing else changes. */
class NeuralEncoderConstantsTest {
  private static final int ROWS = 60;
  private static final int FLAG = 2;

  /** x, y = 2 x, and an attribute that has one value. */
  private static Instances table(String attribute, String constant) throws Exception {
    return table(attribute, constant, 0);
  }

  /** @param more attributes of random numbers after them */
  private static Instances table(String attribute, String constant, int more) throws Exception {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("@attribute x numeric\n@attribute y numeric\n@attribute flag ")
        .append(attribute).append('\n');
    for (int i = 0; i < more; i++) {
      text.append("@attribute r").append(i).append(" numeric\n");
    }
    text.append("@data\n");
    for (int r = 0; r < ROWS; r++) {
      double x = random.nextGaussian();
      text.append(x).append(',').append(2 * x + 0.1 * random.nextGaussian()).append(',').append(constant);
      for (int i = 0; i < more; i++) {
        text.append(',').append(random.nextGaussian());
      }
      text.append('\n');
    }
    Instances data = arff(text.toString());
    data.setClassIndex(-1);
    return data;
  }

  private static NeuralEncoder trained(String options, Instances data) throws Exception {
    NeuralEncoder f = encoder("-epochs 200 " + options);
    f.setInputFormat(data);
    Filter.useFilter(data, f);
    return f;
  }

  private static double[] scores(NeuralEncoder f, Instances data) throws Exception {
    return Filter.useFilter(data, f).attributeToDoubleArray(0);
  }

  private static double most(double[] scores) {
    return scores[Utils.maxIndex(scores)];
  }

  private static Instance other(Instances data, double value) {
    Instance row = (Instance) data.instance(0).copy();
    row.setDataset(data);
    row.setValue(FLAG, value);
    return row;
  }

  private static double score(NeuralEncoder f, Instance row) throws Exception {
    f.input(row);
    return f.output().value(0);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 1000", "0, -0.001", "0, 1e300", "0, 1e-300", "5, 6", "5, 0", "-1e308, 1e308", "1e-9, 2e-9",
      "-3, 3", "0, Infinity"})
  void anotherNumberIsAnAnomaly(String constant, double value) throws Exception {
    for (int more : new int[] {0, 40}) {
      Instances data = table("numeric", constant, more);
      NeuralEncoder f = trained("-output error", data);
      double usual = most(scores(f, data));
      double score = score(f, other(data, value));
      assertTrue(score > 10 * usual && score < Double.POSITIVE_INFINITY, score + " against at most " + usual);
    }
  }

  @Test
  void theFartherTheWorse() throws Exception {
    for (String options : new String[] {"", "-scaling range ", "-scaling none "}) {
      Instances data = table("numeric", "0");
      NeuralEncoder f = trained(options + "-output error", data);
      double before = score(f, other(data, 0));
      for (double value : new double[] {0.5, 1, -2, 1000, 1e9, 1e308}) {
        double score = score(f, other(data, value));
        assertTrue(score > before, options + value + ": " + score);
        before = score;
      }
    }
  }

  @Test
  void roundingIsNoAnomaly() throws Exception {
    Instances data = table("numeric", "0.3");
    NeuralEncoder f = trained("-output error", data);
    assertEquals(score(f, other(data, 0.3)), score(f, other(data, 0.1 + 0.2)));
    Instances times = table("date yyyy-MM-dd-HH", "2020-01-01-00");
    NeuralEncoder dates = trained("-output error", times);
    double hour = 3_600_000;
    double usual = most(scores(dates, times));
    assertTrue(score(dates, other(times, times.instance(0).value(FLAG) + hour)) > 10 * usual);
  }

  @Test
  void anotherNominalValueIsAnAnomaly() throws Exception {
    Instances data = table("{on,off,broken}", "off");
    NeuralEncoder f = trained("-output error", data);
    double usual = most(scores(f, data));
    assertTrue(score(f, other(data, 0)) > 10 * usual);
    assertEquals(score(f, other(data, 0)), score(f, other(data, 2)), "values have no distance");
  }

  @Test
  void aValueWhereNoneWasEverKnownIsAnAnomaly() throws Exception {
    for (String attribute : new String[] {"numeric", "{on,off}"}) {
      Instances data = table(attribute, "?");
      NeuralEncoder f = trained("-output error", data);
      assertTrue(score(f, other(data, 1)) > 10 * most(scores(f, data)), attribute);
    }
  }

  @Test
  void aConstantThatIsOftenMissingIsOne() throws Exception {
    for (String attribute : new String[] {"numeric", "{on,off}"}) {
      Instances data = table(attribute, attribute.equals("numeric") ? "1" : "off");
      for (int r = 0; r < ROWS; r += 3) {
        data.instance(r).setMissing(FLAG);
      }
      NeuralEncoder f = trained("-output error", data);
      assertTrue(score(f, other(data, 0)) > 10 * most(scores(f, data)), attribute);
    }
  }

  @Test
  void aValueThatOneRowHadIsAnAnomalyToo() throws Exception {
    Instances data = table("numeric", "0");
    data.instance(7).setValue(FLAG, 0.1);
    NeuralEncoder f = trained("-output error", data);
    assertTrue(score(f, other(data, 1000)) > 10 * most(scores(f, data)));
  }

  @Test
  void rowsWithoutWeightMakeNoValueKnown() throws Exception {
    Instances data = table("numeric", "0");
    data.instance(7).setValue(FLAG, 1000);
    data.instance(7).setWeight(0);
    NeuralEncoder f = trained("-output error", data);
    double[] scores = scores(f, data);
    assertEquals(7, Utils.maxIndex(scores));
    assertTrue(scores[7] > 10 * scores[6], scores[7] + " against " + scores[6]);
  }

  /** What stays as it was is not in the mean, and a missing value is no other one. */
  @Test
  void constantsThatStayChangeNoScore() throws Exception {
    Instances data = table("numeric", "0");
    Instances without = new Instances(data);
    without.deleteAttributeAt(FLAG);
    double[] scores = scores(trained("-output error", without), without);
    NeuralEncoder f = trained("-output error", data);
    assertArrayEquals(scores, scores(f, data));
    assertEquals(score(f, data.instance(0)), score(f, other(data, Utils.missingValue())));
    NeuralEncoder copy = (NeuralEncoder) new SerializedObject(f).getObject();
    assertEquals(score(f, other(data, 3)), score(copy, other(data, 3)));
  }

  @Test
  void aDepartureIsSeenWhereNothingElseIsKnown() throws Exception {
    Instances data = table("numeric", "0");
    NeuralEncoder f = trained("-output error", data);
    double missing = Utils.missingValue();
    Instance row = new DenseInstance(1, new double[] {missing, missing, 0});
    row.setDataset(data);
    assertTrue(Double.isNaN(score(f, row)));
    row.setValue(FLAG, 1);
    assertTrue(score(f, row) > 1);
  }

  /** Numbers and nominal values alike: given back, filled in and generated as training knew them. */
  @ParameterizedTest
  @ValueSource(strings = {"numeric|7", "{on,off}|off", "numeric|?", "date|2020-01-01T00:00:00"})
  void constantsComeBackAsTheyWere(String kind) throws Exception {
    Instances data = table(kind.split("\\|")[0], kind.split("\\|")[1]);
    double constant = data.instance(0).value(FLAG);
    Instance odd = other(data, 1);
    Instance unknown = other(data, Utils.missingValue());
    NeuralEncoder back = trained("-output reconstruction", data);
    for (Instance row : new Instance[] {data.instance(3), odd, unknown}) {
      back.input(row);
      assertEquals(constant, back.output().value(FLAG), "given back");
    }
    NeuralEncoder filled = trained("-output filled", data);
    filled.input(odd);
    assertEquals(1, filled.output().value(FLAG), "what is known stays");
    filled.input(unknown);
    assertEquals(constant, filled.output().value(FLAG), "filled in");
    NeuralEncoder made = encoder("-epochs 5 -variational -generate 10");
    made.setInputFormat(data);
    Instances rows = Filter.useFilter(data, made);
    assertEquals(10, rows.numInstances());
    rows.forEach(row -> assertEquals(constant, row.value(FLAG), "generated"));
  }

  /** Squares of 6 x 6 pixels in a frame that is always black. */
  private static Instances pictures() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append("@data\n");
    Random random = new Random(1);
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < 64; i++) {
        boolean frame = i / 8 % 7 == 0 || i % 8 % 7 == 0;
        text.append(i == 0 ? "" : ",").append(frame ? 0 : (r + i) % 5 * 40 + random.nextInt(20));
      }
      text.append('\n');
    }
    Instances data = arff(text.toString());
    data.setClassIndex(-1);
    return data;
  }

  /** A pixel is one of 64: -ln 1e-6 and more for the constant in it. */
  private static void assertSeen(double score, double usual, String what) {
    assertTrue(score > usual + 13.8 / 64, what + ": " + score + " against at most " + usual);
  }

  @Test
  void aPixelThatWasAlwaysBlackIsAnAnomalyWhenItIsNot() throws Exception {
    for (String input : new String[] {"8x8x1", "4x4x4 order=chw", "64x1"}) {
      Instances data = pictures();
      NeuralEncoder f = trained("-output error -input \"" + input + "\"", data);
      double usual = most(scores(f, data));
      Instance lit = (Instance) data.instance(0).copy();
      lit.setDataset(data);
      lit.setValue(0, 255);
      assertSeen(score(f, lit), usual, input);
      lit.setValue(0, Utils.missingValue());
      assertTrue(score(f, lit) < usual + 13.8 / 64, input + ": a missing value is no other one");
    }
  }

  @Test
  void aPixelOfAFileCountsAlike(@TempDir Path folder) throws Exception {
    Instances pixels = pictures();
    StringBuilder text = new StringBuilder("@attribute file string\n@attribute y {u}\n@data\n");
    for (int r = 0; r <= ROWS; r++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      for (int i = 0; i < 64; i++) {
        image.getRaster().setSample(i % 8, i / 8, 0, (int) pixels.instance(r % ROWS).value(i));
      }
      image.getRaster().setSample(0, 0, 0, r == ROWS ? 255 : 0);
      ImageIO.write(image, "png", folder.resolve(r + ".png").toFile());
      text.append(r).append(".png,u\n");
    }
    Instances all = arff(text.toString());
    Instances data = new Instances(all, 0, ROWS);
    NeuralEncoder f = trained("-output error -input 8x8x1 -images \"" + folder.toString().replace('\\', '/') + "\"",
        data);
    double usual = most(scores(f, data));
    assertSeen(score(f, all.instance(ROWS)), usual, "files");
  }
}
