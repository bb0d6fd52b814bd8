package weka.core.neural;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import weka.classifiers.Classifier;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.Utils;

/** Data and calls that the tests of the schemes share. */
public final class Samples {
  private Samples() {}

  /** @param rows lines of an ARFF file, without its relation; the last attribute is the class */
  public static Instances arff(String... rows) throws IOException {
    return read(new StringReader("@relation sample\n" + String.join("\n", rows)));
  }

  /** 200 rows of two classes, one around the other: no linear network can tell them apart. */
  public static Instances circles() throws IOException {
    return file(Path.of("datasets/circles.arff"));
  }

  public static Instances iris() throws IOException {
    try (Reader in = new InputStreamReader(Instances.class.getClassLoader()
        .getResourceAsStream("weka/gui/knowledgeflow/templates/iris.arff"), StandardCharsets.UTF_8)) {
      return read(in);
    }
  }

  /** A file of the optional data; without it the test is skipped. */
  public static Instances optional(String name) throws IOException {
    Path file = Path.of("../shared/data/uci", name + ".arff");
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file.toAbsolutePath().normalize());
    return file(file);
  }

  public static Instances file(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file)) {
      return read(in);
    }
  }

  private static Instances read(Reader in) throws IOException {
    Instances data = new Instances(in);
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }

  /**
   * Two numeric attributes, one nominal of two values and one of three, each missing now and then, and a class that
   * depends on all of them, with noise.
   */
  public static Instances mixed(int rows, int seed, boolean nominal) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("@attribute a numeric\n@attribute b numeric\n@attribute c {no,yes}\n"
        + "@attribute d {red,green,blue}\n@attribute class " + (nominal ? "{low,middle,high}" : "numeric")
        + "\n@data\n");
    for (int r = 0; r < rows; r++) {
      double a = random.nextGaussian();
      double b = 50 + 10 * random.nextGaussian();
      int c = random.nextInt(2);
      int d = random.nextInt(3);
      double y = a * a + 0.1 * (b - 50) * (2 * c - 1) + d + 0.3 * random.nextGaussian();
      String target = nominal ? (y < 0.8 ? "low" : y < 2.5 ? "middle" : "high") : number(100 + 20 * y);
      text.append(random.nextInt(12) == 0 ? "?" : number(a)).append(',').append(number(b)).append(',')
          .append(random.nextInt(12) == 0 ? "?" : c == 0 ? "no" : "yes").append(',')
          .append(random.nextInt(12) == 0 ? "?" : new String[] {"red", "green", "blue"}[d]).append(',')
          .append(target).append('\n');
    }
    return arff(text.toString());
  }

  private static String number(double d) {
    return String.format(Locale.ROOT, "%.6f", d);
  }

  public static NeuralNet net(String options) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options));
    return net;
  }

  public static NeuralNet built(String options, Instances data) throws Exception {
    NeuralNet net = net(options);
    net.buildClassifier(data);
    return net;
  }

  /** What the scheme predicts for each row, asked row by row. */
  public static double[][] predictions(Classifier scheme, Instances data) throws Exception {
    double[][] result = new double[data.numInstances()][];
    for (int r = 0; r < result.length; r++) {
      result[r] = scheme.distributionForInstance(data.instance(r));
    }
    return result;
  }

  public static void assertSame(double[][] expected, double[][] actual, String what) {
    assertClose(expected, actual, 0, what);
  }

  public static void assertClose(double[][] expected, double[][] actual, double tolerance, String what) {
    Assertions.assertEquals(expected.length, actual.length, what);
    for (int r = 0; r < expected.length; r++) {
      Assertions.assertArrayEquals(expected[r], actual[r], tolerance, what + ", row " + (r + 1));
    }
  }

  /** The largest difference between two sets of predictions. */
  public static double distance(double[][] a, double[][] b) {
    double most = 0;
    for (int r = 0; r < a.length; r++) {
      for (int i = 0; i < a[r].length; i++) {
        most = Math.max(most, Math.abs(a[r][i] - b[r][i]));
      }
    }
    return most;
  }

  /** Runs what must throw, and returns the message, which must contain all the texts. */
  public static String message(org.junit.jupiter.api.function.Executable wrong, String... parts) {
    Exception e = Assertions.assertThrows(Exception.class, wrong);
    Assertions.assertNotNull(e.getMessage(), () -> "no message: " + e);
    for (String part : parts) {
      Assertions.assertTrue(e.getMessage().contains(part), () -> "expected '" + part + "' in: " + e);
    }
    return e.getMessage();
  }

  /** Four numbers, which can be pixels, and a class. */
  public static Instances fourNumbers(int rows) throws IOException {
    Instances data = mixed(rows, 1, true);
    for (int a = 3; a >= 2; a--) {
      data.deleteAttributeAt(a);
    }
    for (int i = 2; i < 4; i++) {
      data.insertAttributeAt(data.attribute(0).copy("p" + i), i);
      for (int r = 0; r < rows; r++) {
        data.instance(r).setValue(i, Math.sin(i * r));
      }
    }
    return data;
  }

  /** An option to be added to others; nothing if it is among them. */
  public static String unlessSet(String options, String option, String value) {
    return options.contains(option + " ") ? "" : " " + option + " " + value;
  }
}
