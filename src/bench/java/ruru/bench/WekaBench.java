package ruru.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.neural.Scaling;
import weka.core.neural.encoding.InputEncoder;

/**
 * NeuralNet against Weka's MultilayerPerceptron: the same layers with sigmoid, the same number of epochs, no
 * validation, time of buildClassifier; and what it costs to encode Instances as float32. MultilayerPerceptron updates
 * after every row, NeuralNet after every batch of 32, as its users would have it. Arguments: "digits", "iris" (default:
 * both; what Java has compiled for one is not the best for the other).
 */
public final class WekaBench {
  static final String DIGITS = "digits";
  static final String IRIS = "iris";
  private static final int PIXELS = 784;
  private static final int CLASSES = 10;
  private static final int ROWS = 60_000;

  private WekaBench() {}

  public static void main(String[] args) throws Exception {
    List<String> names = args.length == 0 ? List.of(DIGITS, IRIS) : List.of(args);
    if (names.contains(DIGITS)) {
      encode(digits(10_000));
    }
    String title = String.format("buildClassifier, seconds, heap of %d MB", Runtime.getRuntime().maxMemory() >> 20);
    System.out.printf("%-44s %14s %14s %8s%n", title, "Multilayer...", "NeuralNet", "ratio");
    if (names.contains(DIGITS)) {
      large(digits(2_000));
    }
    if (names.contains(IRIS)) {
      compare("iris 4-3-3, 500 epochs", iris(), 3, 500, 150);
    }
  }

  private static Instances iris() throws IOException {
    Instances iris = new Instances(new InputStreamReader(
        Instances.class.getResourceAsStream("/weka/gui/knowledgeflow/templates/iris.arff"), StandardCharsets.UTF_8));
    iris.setClassIndex(4);
    return iris;
  }

  private static void encode(Instances data) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      InputEncoder encoder = new InputEncoder(data, Scaling.STANDARDISE, 0, 0);
      float[] row = new float[encoder.width()];
      for (int r = 0; r < data.numInstances(); r++) {
        encoder.encode(data.instance(r), row, 0);
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(Locale.ROOT, "encoding of Instances with %d numeric attributes, statistics included: "
        + "%,.0f rows/s%n", PIXELS, data.numInstances() / best);
  }

  /** As many rows as MNIST has. What MultilayerPerceptron does takes the same time for each row, so few are timed. */
  private static void large(Instances few) throws Exception {
    double theirs = seconds(new MultilayerPerceptron(), "-H 256 -N 1", few) * ROWS / few.numInstances();
    Instances data = digits(ROWS);
    for (int epochs = 1; epochs <= 10; epochs *= 10) {
      String options = "-layers \"dense 256 sigmoid\" -validation 0 -epochs " + epochs;
      double ours = Math.min(seconds(new NeuralNet(), options, data), seconds(new NeuralNet(), options, data));
      print("784-256-10, 60,000 rows, epochs: " + epochs, theirs * epochs, ours);
    }
  }

  /** The best of so many rounds, in turn; NeuralNet's first round loads classes and OpenBLAS and does not count. */
  private static void compare(String what, Instances data, int units, int epochs, int rounds) throws Exception {
    double theirs = Double.MAX_VALUE;
    double ours = Double.MAX_VALUE;
    String options = "-layers \"dense " + units + " sigmoid\" -validation 0 -members 1 -batch 32 -epochs " + epochs;
    seconds(new NeuralNet(), options, data);
    for (int round = 0; round < rounds; round++) {
      theirs = Math.min(theirs, seconds(new MultilayerPerceptron(), "-H " + units + " -N " + epochs, data));
      ours = Math.min(ours, seconds(new NeuralNet(), options, data));
    }
    print(what, theirs, ours);
  }

  private static void print(String what, double theirs, double ours) {
    System.out.printf(Locale.ROOT, "%-44s %14.4f %14.4f %8.1f%n", what, theirs, ours, theirs / ours);
  }

  private static double seconds(Classifier scheme, String options, Instances data) throws Exception {
    ((OptionHandler) scheme).setOptions(Utils.splitOptions(options));
    long start = System.nanoTime();
    scheme.buildClassifier(data);
    return (System.nanoTime() - start) / 1e9;
  }

  /** As many columns and classes as MNIST has, at random. */
  private static Instances digits(int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < PIXELS; i++) {
      attributes.add(new Attribute("pixel" + i));
    }
    attributes.add(new Attribute("class", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")));
    Instances data = new Instances("digits", attributes, rows);
    data.setClassIndex(PIXELS);
    Random random = new Random(1);
    for (int r = 0; r < rows; r++) {
      double[] values = random.doubles(PIXELS + 1).toArray();
      values[PIXELS] = random.nextInt(CLASSES);
      data.add(new DenseInstance(1, values));
    }
    return data;
  }
}
