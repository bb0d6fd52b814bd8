package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.datagenerators.DataGenerator;

public class SineMixturesTest extends AbstractSequenceGeneratorTest {

  public SineMixturesTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new SineMixtures();
  }

  @Override
  protected String changedOptions() {
    return "-classes 4 -min-length 20 -max-length 25 -channels 3 -sines 1 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-classes 1|classes must be from 2 to 13, got 1", "-classes x|-classes", "-classes 14|classes",
        "-min-length 0|-min-length", "-max-length 10001|-max-length", "-min-length many|-min-length",
        "-min-length 61|minLength (-min-length) must be at most maxLength (-max-length), got 61 and 60",
        "-channels 0|channels", "-channels 1001|channels", "-channels x|-channels", "-sines 0|sines",
        "-sines 101|sines",
        "-sines x|-sines", "-noise -0.1|noise", "-noise NaN|noise", "-noise 1e308|noise", "-noise|-noise"};
  }

  @Override
  protected int length(Instance row) {
    return row.relationalValue(0).numInstances();
  }

  private static double[] channel(Instance row, int channel) {
    return row.relationalValue(0).attributeToDoubleArray(channel);
  }

  public void testTheFormatIsThatOfARelation() throws Exception {
    Instances data = generate("-channels 2 -n 1");
    assertEquals("@attribute series relational\n@attribute channel1 numeric\n@attribute channel2 numeric\n@end series",
        data.attribute(0).toString());
    assertEquals("@attribute class {0,1,2}", data.classAttribute().toString());
  }

  /** Without noise, a sine of frequency f is the series with x(t) = 2 cos(2 pi f) x(t - 1) - x(t - 2). */
  public void testEachClassHasItsFrequencies() throws Exception {
    for (Instance row : generate("-noise 0 -sines 1 -classes 3 -channels 2 -n 60")) {
      for (int j = 0; j < 2; j++) {
        double frequency = 0.05 + 0.35 * (((int) row.classValue() + j) % 3 + 0.5) / 3;
        double[] x = channel(row, j);
        double largest = 0;
        for (int t = 2; t < x.length; t++) {
          assertEquals(2 * Math.cos(2 * Math.PI * frequency) * x[t - 1] - x[t - 2], x[t], 1e-9);
          largest = Math.max(largest, Math.abs(x[t]));
        }
        assertTrue("amplitude " + largest, largest > 0.45 && largest < 1.5);
      }
    }
  }

  public void testTheSeedChangesTheSeriesAndNotTheirSpectrum() throws Exception {
    Instances first = generate("-S 1 -n 600");
    Instances second = generate("-S 2 -n 600");
    assertFalse(Arrays.equals(channel(first.get(0), 0), channel(second.get(0), 0)));
    for (int k = 0; k < 3; k++) {
      for (int m = 0; m < 6; m++) {
        double f = 0.05 + 0.35 * (m + 0.5) / 6;
        assertEquals(power(first, k, f), power(second, k, f), 0.12);
        assertTrue(m % 3 == k ? power(first, k, f) > 0.4 : power(first, k, f) < 0.2);
      }
    }
  }

  /** Mean over the series of a class of the power of the first channel at a frequency, in units of a sine's. */
  private static double power(Instances data, int label, double frequency) {
    double[] powers = data.stream().filter(row -> row.classValue() == label)
        .mapToDouble(row -> power(channel(row, 0), frequency)).toArray();
    return Utils.mean(powers);
  }

  /** Squared length of the mean of x(t) exp(-2 pi i f t), times 2: half the squared amplitude of a sine. */
  private static double power(double[] x, double frequency) {
    double real = 0;
    double imaginary = 0;
    for (int t = 0; t < x.length; t++) {
      real += x[t] * Math.cos(2 * Math.PI * frequency * t);
      imaginary += x[t] * Math.sin(2 * Math.PI * frequency * t);
    }
    return 2 * (real * real + imaginary * imaginary) / x.length / x.length;
  }

  /** What can be seen without the order is next to nothing; how a value depends on those before it tells the class. */
  public void testTheOrderTellsAndTheDistributionDoesNot() throws Exception {
    Instances data = generate("-n 900");
    double unordered = accuracy(table(data, SineMixturesTest::statistics));
    double ordered = accuracy(table(data, SineMixturesTest::autocorrelations));
    System.out.println("mixtures of sines: " + unordered + " % without the order, " + ordered + " % with it");
    assertEquals("chance is 33 %", 33.3, unordered, 12);
    assertTrue("with the order: " + ordered, ordered > 90);
  }

  private interface Features {
    List<Double> of(double[] x);
  }

  private static List<Double> statistics(double[] x) {
    return List.of((double) x.length, Utils.mean(x), Utils.variance(x), Arrays.stream(x).min().orElseThrow(),
        Arrays.stream(x).max().orElseThrow());
  }

  private static List<Double> autocorrelations(double[] x) {
    List<Double> result = new ArrayList<>();
    for (int lag = 1; lag <= 8; lag++) {
      double sum = 0;
      double squares = 0;
      for (int t = 0; t < x.length; t++) {
        sum += t < lag ? 0 : x[t] * x[t - lag];
        squares += x[t] * x[t];
      }
      result.add(sum / squares);
    }
    return result;
  }

  private static Instances table(Instances data, Features features) {
    Instances table = null;
    for (Instance row : data) {
      List<Double> values = new ArrayList<>();
      for (int j = 0; j < row.relationalValue(0).numAttributes(); j++) {
        values.addAll(features.of(channel(row, j)));
      }
      values.add(row.classValue());
      if (table == null) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < values.size() - 1; i++) {
          attributes.add(new Attribute("feature" + i));
        }
        attributes.add((Attribute) data.classAttribute().copy());
        table = new Instances("features", attributes, data.size());
        table.setClassIndex(values.size() - 1);
      }
      table.add(new DenseInstance(1, values.stream().mapToDouble(v -> v).toArray()));
    }
    return table;
  }

  public void testNoiseIsAddedToTheSameSeries() throws Exception {
    Instances exact = generate("-n 100 -noise 0 -sines 1 -channels 1");
    Instances noisy = generate("-n 100 -noise 0.5 -sines 1 -channels 1");
    List<Double> shifts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double[] clean = channel(exact.get(i), 0);
      double[] heard = channel(noisy.get(i), 0);
      for (int t = 0; t < Math.min(clean.length, heard.length); t++) {
        shifts.add(heard[t] - clean[t]);
      }
    }
    double[] all = shifts.stream().mapToDouble(v -> v).toArray();
    assertEquals(0, Utils.mean(all), 0.03);
    assertEquals(0.5, Math.sqrt(Utils.variance(all)), 0.02);
  }

  public void testNumbersAreFiniteWithAnyNoise() throws Exception {
    for (Instance row : generate("-noise 1e300 -n 20")) {
      assertTrue(Arrays.stream(channel(row, 0)).allMatch(Double::isFinite));
    }
  }
}
