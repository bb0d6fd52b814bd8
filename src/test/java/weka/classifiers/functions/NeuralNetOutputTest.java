package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.neural.LogLines;
import weka.core.neural.report.TrainingCurve;
import weka.gui.treevisualizer.Node;
import weka.gui.treevisualizer.TreeBuild;

/** What a model says of itself. */
class NeuralNetOutputTest {
  @Test
  void whatWasDoneAndHow() throws Exception {
    Instances data = mixed(200, 1, true);
    String text = built("-layers \"dense 9 relu, dropout 0.2, dense 5 tanh\" -epochs 12 -validation 25 -decay 0.001 "
        + "-clip 4", data).toString();
    for (String part : new String[] {
        "4 attributes become 9 inputs", "standardised to mean 0 and standard deviation 1: 2",
        "flagged by an extra input: 3",
        "Layers: dense 9 relu, dropout 0.2, dense 5 tanh, output",
        "layer     output  parameters  bytes/batch", "dense1       [9]          90", "all                      158",
        "loss crossentropy, optimizer adam, rate 0.03", "batch 32", "decay 0.001", "clip 4", "seed 1",
        "150 rows to train on, 50 held out", "12 epochs in", "ended: all epochs done", "first (1)", "best (",
        "last (12)"}) {
      assertTrue(text.contains(part), () -> "expected '" + part + "' in:\n" + text);
    }
    assertFalse(text.contains("Inputs\n"), "weights only where asked for");
    assertTrue(text.lines().allMatch(l -> l.length() <= 160), text);
    String number = built("", mixed(60, 1, false)).toString();
    assertTrue(number.contains("class = output * "), number);
    assertTrue(number.contains("loss squared"), number);
    assertTrue(built("-scaling range", data).toString().contains("scaled to [-1, 1]"));
    assertTrue(built("-scaling none", data).toString().contains("as they are"));
    assertTrue(built("-optimizer lbfgs -epochs 3", data).toString().contains("optimizer lbfgs on all rows at once"));
  }

  /** Works out predictions from the printed text alone, as a student would. */
  private static final class ByHand {
    private final List<String> inputs = new ArrayList<>();
    private final Map<String, List<double[]>> parameters = new HashMap<>();
    private final double scale;
    private final double centre;

    ByHand(String text) {
      String[] lines = text.substring(text.indexOf("\nInputs\n") + 8).split("\n");
      List<double[]> rows = null;
      for (String line : lines) {
        if (!line.startsWith(" ") && !line.isBlank()) {
          rows = new ArrayList<>();
          parameters.put(line.substring(0, line.indexOf(' ')), rows);
        } else if (rows == null && line.startsWith("  where ")) {
          assertEquals("  where bin(x, a, b) is (x - a) / (b - a), but at least 0 and at most 1", line);
        } else if (rows == null && !line.isBlank()) {
          inputs.add(line.trim().split("\\s+", 2)[1]);
        } else if (!line.isBlank()) {
          rows.add(java.util.Arrays.stream(line.trim().split(" ")).mapToDouble(Double::parseDouble).toArray());
        }
      }
      Matcher m = Pattern.compile("class = output \\* (\\S+) \\+ (\\S+)").matcher(text);
      boolean scaled = m.find();
      scale = scaled ? Double.parseDouble(m.group(1)) : 1;
      centre = scaled ? Double.parseDouble(m.group(2)) : 0;
    }

    private double input(String text, Instance row) {
      String number = "(\\S+?)(?:; missing as (\\S+))?";
      Matcher bin = Pattern.compile("\\(bin\\((\\S+), (\\S+), (\\S+)\\) - (\\S+)\\) / (\\S+)").matcher(text);
      if (bin.matches()) {
        String name = bin.group(1);
        double x = number(row, name, inputs.stream().filter(i -> i.startsWith("(" + name + " ")
            || i.startsWith(name + ";")).map(i -> i.split("missing as ")[1]).findFirst().orElseThrow());
        double from = Double.parseDouble(bin.group(2));
        double to = Double.parseDouble(bin.group(3));
        double place = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return (place - Double.parseDouble(bin.group(4))) / Double.parseDouble(bin.group(5));
      }
      Matcher scaled = Pattern.compile("\\((\\S+) - (\\S+)\\) / " + number).matcher(text);
      if (scaled.matches()) {
        return (number(row, scaled.group(1), scaled.group(4)) - Double.parseDouble(scaled.group(2)))
            / Double.parseDouble(scaled.group(3));
      }
      Matcher two = Pattern.compile("(\\S+): (\\S+) -1, (\\S+) \\+1; missing as (\\S+)").matcher(text);
      if (two.matches()) {
        String label = isMissing(row, two.group(1)) ? two.group(4)
            : row.stringValue(row.dataset().attribute(two.group(1)));
        return label.equals(two.group(2)) ? -1 : 1;
      }
      if (text.contains("=")) {
        String[] pair = text.split(";")[0].split("=");
        return isMissing(row, pair[0]) ? text.endsWith("; also if missing") ? 1 : 0
            : row.stringValue(row.dataset().attribute(pair[0])).equals(pair[1]) ? 1 : 0;
      }
      if (text.endsWith(" is missing")) {
        return isMissing(row, text.substring(0, text.length() - " is missing".length())) ? 1 : 0;
      }
      String[] plain = text.split("; missing as ");
      return number(row, plain[0], plain[1]);
    }

    private static boolean isMissing(Instance row, String attribute) {
      return row.isMissing(row.dataset().attribute(attribute));
    }

    private static double number(Instance row, String attribute, String ifMissing) {
      return isMissing(row, attribute) ? Double.parseDouble(ifMissing) : row.value(row.dataset().attribute(attribute));
    }

    private double[] layer(String name, double[] x) {
      double[] y = parameters.get(name + "/bias").get(0).clone();
      List<double[]> w = parameters.get(name + "/weight");
      // A layer of one output prints a weight a line.
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < y.length; j++) {
          y[j] += x[i] * w.get(i)[j];
        }
      }
      return y;
    }

    /** For nets of a hidden tanh layer, or none. */
    double[] predict(Instance row, boolean softmax) {
      double[] x = inputs.stream().mapToDouble(i -> input(i, row)).toArray();
      if (parameters.containsKey("dense1/weight")) {
        x = java.util.Arrays.stream(layer("dense1", x)).map(Math::tanh).toArray();
      }
      double[] y = layer("output1", x);
      if (!softmax) {
        return new double[] {y[0] * scale + centre};
      }
      double sum = java.util.Arrays.stream(y).map(Math::exp).sum();
      return java.util.Arrays.stream(y).map(v -> Math.exp(v) / sum).toArray();
    }
  }

  private static void assertByHand(String options, Instances data, double tolerance) throws Exception {
    NeuralNet net = built("-print-weights " + options, data);
    ByHand hand = new ByHand(net.toString());
    for (Instance row : data) {
      assertArrayEquals(net.distributionForInstance(row), hand.predict(row, data.classAttribute().isNominal()),
          tolerance, options + "\n" + net);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"dense 6 tanh\"", "-layers \"\" -optimizer lbfgs -decay 0.01",
      "-layers \"dense 6 tanh\" -scaling range",
      "-layers \"dense 6 tanh\" -scaling none", "-layers \"dense 6 tanh\" -bins 5",
      "-layers \"dense 6 tanh\" -bins 3 -scaling range", "-layers \"\" -scaling none -optimizer lbfgs -decay 0.001"})
  void predictionsByHand(String options) throws Exception {
    assertByHand(options, iris(), 1e-3);
    assertByHand(options, mixed(80, 1, true), 1e-3);
    Instances numbers = mixed(80, 1, false);
    assertByHand(options, numbers, 1e-3 * Math.sqrt(numbers.variance(4)));
  }

  /** Nothing was missing in training, so that a row's missing value has no input of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"standardise", "range", "none"})
  void predictionsByHandOfRowsThatMissWhatTrainingKnew(String scaling) throws Exception {
    Instances data = mixed(80, 1, true);
    Instances known = new Instances(data);
    known.removeIf(Instance::hasMissingValue);
    NeuralNet net = built("-print-weights -layers \"dense 6 tanh\" -bins 4 -scaling " + scaling, known);
    ByHand hand = new ByHand(net.toString());
    int missing = 0;
    for (Instance row : data) {
      missing += row.hasMissingValue() ? 1 : 0;
      assertArrayEquals(net.distributionForInstance(row), hand.predict(row, true), 1e-3, net::toString);
    }
    assertTrue(missing > 5, missing + " rows");
  }

  /** A wide table with many constant columns, as texts have them. */
  @Test
  void namesOfManyAttributesAreCounted() throws Exception {
    StringBuilder head = new StringBuilder();
    StringBuilder zeros = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      head.append("@attribute word_").append(i).append(" numeric\n");
      zeros.append(",0");
    }
    StringBuilder rows = new StringBuilder("@attribute x numeric\n" + head + "@attribute c {a,b}\n@data\n");
    for (int i = 0; i < 10; i++) {
      rows.append(i).append(zeros).append(i < 5 ? ",a\n" : ",b\n");
    }
    String text = built("-layers \"dense 3 tanh\" -epochs 2", arff(rows.toString())).toString();
    assertTrue(text.contains("left out: word_0, word_1, ") && text.contains("word_9 and 2990 more\n"), text);
    assertTrue(text.lines().allMatch(l -> l.length() <= 160), text);
  }

  /** Small deviations, small and large numbers: the printed constants keep the digits that matter. */
  @ParameterizedTest
  @CsvSource({"1e-9,0.5", "1e-300,0", "1e12,0", "1,1e12", "1e-4,1000", "1e200,1e203", "1e-7,0"})
  void predictionsByHandOfUnusualNumbers(double step, double start) throws Exception {
    StringBuilder rows = new StringBuilder("@attribute x numeric\n@attribute y numeric\n@data\n");
    for (int i = 0; i < 30; i++) {
      rows.append(start + i * step).append(',').append(start + step * Math.sin(i)).append('\n');
    }
    Instances data = arff(rows.toString());
    NeuralNet net = built("-print-weights -layers \"dense 4 tanh\"", data);
    ByHand hand = new ByHand(net.toString());
    assertTrue(net.toString().lines().allMatch(l -> l.length() < 140), net::toString);
    for (Instance row : data) {
      double own = (net.classifyInstance(row) - start) / step;
      assertEquals(own, (hand.predict(row, false)[0] - start) / step, 2e-3, net::toString);
    }
  }

  @Test
  void measures() throws Exception {
    NeuralNet net = built("-layers \"dense 7 relu\" -epochs 9 -validation 20", iris());
    List<String> names = Collections.list(net.enumerateMeasures());
    assertEquals(6, names.size());
    for (String name : names) {
      assertTrue(name.startsWith("measure"), name);
      assertTrue(Double.isFinite(net.getMeasure(name)), name);
      assertTrue(Double.isFinite(net.getMeasure(name.toUpperCase(Locale.ROOT))), name);
    }
    assertEquals(9, net.getMeasure("measureEpochs"));
    assertEquals(4 * 7 + 7 + 7 * 3 + 3, net.getMeasure("measureParameters"));
    assertTrue(Double.isNaN(built("-epochs 2 -validation 0", iris()).getMeasure("measureValidationLoss")));
    message(() -> net.getMeasure("measureNothing"), "measureNothing", "measureEpochs");
    assertEquals(0, new NeuralNet().getMeasure("measureEpochs"));
  }

  @Test
  void curves() throws Exception {
    TrainingCurve held = built("-epochs 9 -validation 20", iris());
    assertEquals(List.of("training loss", "validation loss"), held.curveNames());
    assertEquals(9, held.curve("training loss").length);
    assertEquals(9, held.curve("validation loss").length);
    NeuralNet all = built("-epochs 9 -validation 0", iris());
    assertEquals(List.of("training loss"), all.curveNames());
    double[] losses = all.curve("training loss");
    assertTrue(losses[8] < losses[0]);
    assertEquals(losses[8], all.getMeasure("measureTrainingLoss"));
    losses[0] = -1;
    assertTrue(all.curve("training loss")[0] > 0, "a copy");
    message(() -> all.curve("validation loss"), "validation loss", "choose from [training loss]");
    assertEquals(List.of(), new NeuralNet().curveNames());
  }

  @Test
  void theGraphIsATreeThatWekaReads() throws Exception {
    NeuralNet net = built("-layers \"dense 4 relu, dropout 0.1, dense 3 tanh\" -epochs 1", iris());
    Node node = new TreeBuild().create(new StringReader(net.graph()));
    List<String> labels = new ArrayList<>();
    while (node != null) {
      labels.add(node.getLabel().replace("\n", " ").trim());
      node = node.getChild(0) == null ? null : node.getChild(0).getTarget();
    }
    assertEquals(7, labels.size(), labels::toString);
    assertTrue(labels.get(0).startsWith("input"), labels::toString);
    assertTrue(labels.get(1).startsWith("dense 4"), labels::toString);
    assertTrue(labels.get(6).startsWith("output"), labels::toString);
    String dag = built("-layers \"dense 4 as a, dense 4, add a\" -epochs 1", iris()).graph();
    assertEquals(2, dag.lines().filter(l -> l.matches("N\\d+->N3")).count(), dag);
    message(() -> new NeuralNet().graph(), "no model built yet");
  }

  @Test
  void theLogIsToldHowLongItTakes() throws Exception {
    LogLines lines = new LogLines();
    NeuralNet net = net("-epochs 1000000 -validation 20 -patience 0");
    net.setLog(lines);
    net.initializeClassifier(mixed(300, 1, true));
    long end = System.nanoTime() + 900_000_000L;
    while (System.nanoTime() < end) {
      net.next();
    }
    net.done();
    assertTrue(lines.status().size() >= 2 && lines.status().size() <= 6, lines.status()::toString);
    for (String line : lines.status()) {
      assertTrue(line.matches("NeuralNet: epoch \\d+ of 1000000, loss [0-9.e+-]+, validation [0-9.e+-]+, "
          + "rate [0-9.e+-]+, at most \\S+ (s|min|h) to go"), line);
    }
    assertEquals(lines, net.getLog());
    new SerializedObject(net);
  }

  @Test
  void theLogIsToldOfRestarts() throws Exception {
    LogLines lines = new LogLines();
    NeuralNet net = net("-optimizer sgd -rate 20 -layers \"dense 8 linear, dense 8 linear\" -loss squared -batch 1 "
        + "-epochs 20");
    net.setLog(lines);
    net.buildClassifier(mixed(100, 1, false));
    assertTrue(lines.log().stream().anyMatch(l -> l.contains("NeuralNet: ") && l.endsWith("at rate 10.0")),
        lines.log()::toString);
    assertTrue(net.toString().contains("each time the rate was halved"), net::toString);
  }

  @Test
  void hiddenLayersWithoutAnActivationAreTold() throws Exception {
    String remark = "The hidden layers form a single linear function of the inputs and so add nothing; they need an "
        + "activation, as in 'dense 5 relu, dense 4 relu'.";
    NeuralNet net = net("-layers \"dense 5, dense 4\" -epochs 1");
    LogLines lines = new LogLines();
    net.setLog(lines);
    net.buildClassifier(iris());
    assertTrue(net.toString().contains("\nLayers: dense 5, dense 4, output\n" + remark + "\n\n"), net::toString);
    assertTrue(lines.log().contains("NeuralNet: " + remark), lines.log()::toString);
    for (String layers : List.of("dense 5 relu, dense 4", "output", "auto")) {
      assertFalse(built("-epochs 1 -layers \"" + layers + "\"", iris()).toString().contains(" linear "), layers);
    }
  }

  @Test
  void decimalsAreTheUsers() throws Exception {
    String two = built("-print-weights -num-decimal-places 2 -layers \"\" -epochs 2", iris()).toString();
    assertTrue(two.contains("(sepallength - 5.843) / 0.83"), two);
  }
}
