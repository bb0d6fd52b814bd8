package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.distance;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.clusterers.NeuralClusterer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NeuralEncoder;

/** Series that differ in length, as the values of a relational attribute. */
class NeuralNetRelationalTest {
  private static final String LSTM = "-layers \"lstm 12\" -epochs 30 ";
  private static final int CHANNELS = 2;

  /** Noise of 2 to {@code most} steps; the class tells whether the first channel ends higher than it began. */
  private static List<double[][]> series(int rows, int most, int seed) {
    Random random = new Random(seed);
    List<double[][]> all = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      double[][] steps = new double[2 + random.nextInt(most - 1)][CHANNELS];
      for (double[] step : steps) {
        for (int c = 0; c < CHANNELS; c++) {
          step[c] = Math.round(1000 * random.nextGaussian()) / 1000.0;
        }
      }
      all.add(steps);
    }
    return all;
  }

  private static String label(double[][] steps) {
    return steps[steps.length - 1][0] > steps[0][0] ? "up" : "down";
  }

  private static String value(double[][] matrix) {
    StringJoiner lines = new StringJoiner("\\n", "'", "'");
    for (double[] line : matrix) {
      StringJoiner numbers = new StringJoiner(",");
      for (double v : line) {
        numbers.add(Double.isNaN(v) ? "?" : String.format(Locale.ROOT, "%.3f", v));
      }
      lines.add(numbers.toString());
    }
    return lines.toString();
  }

  private static Instances steps(List<double[][]> series) throws IOException {
    List<String> lines = new ArrayList<>(List.of("@attribute series relational", "@attribute x numeric",
        "@attribute y numeric", "@end series", "@attribute class {down,up}", "@data"));
    series.forEach(s -> lines.add(value(s) + "," + label(s)));
    return arff(lines.toArray(String[]::new));
  }

  /** The same as a row for each channel, filled up with missing steps. */
  private static Instances channels(List<double[][]> series, int most, String prefix) throws IOException {
    List<String> lines = new ArrayList<>(List.of("@attribute series relational"));
    for (int t = 0; t < most; t++) {
      lines.add("@attribute " + prefix + t + " numeric");
    }
    lines.addAll(List.of("@end series", "@attribute class {down,up}", "@data"));
    for (double[][] s : series) {
      double[][] turned = new double[CHANNELS][most];
      for (int c = 0; c < CHANNELS; c++) {
        for (int t = 0; t < most; t++) {
          turned[c][t] = t < s.length ? s[t][c] : Double.NaN;
        }
      }
      lines.add(value(turned) + "," + label(s));
    }
    return arff(lines.toArray(String[]::new));
  }

  private static double right(NeuralNet net, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(net, data);
    return e.pctCorrect();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm 16", "gru 16 direction=both", "rnn 16",
      "conv1d 16 3 relu, positions as a, attention 2, add a, batchnorm, globalmaxpool"})
  void seriesOfDifferingLengthAreLearnt(String layers) throws Exception {
    NeuralNet net = built("-epochs 40 -layers \"" + layers + "\"", steps(series(500, 9, 1)));
    double right = right(net, steps(series(400, 9, 2)));
    assertTrue(right > 75, layers + ": " + right);
  }

  @Test
  void theDataDescribeThemselves() throws Exception {
    String text = built("-epochs 1", steps(series(60, 9, 1))).toString();
    assertTrue(text.contains("attribute 'series' holds 60 series of 2 to 9 steps with 2 channels, each of its rows "
        + "being a step (-series steps)"), text);
    assertTrue(text.contains("conv1d"), "a network for series is chosen: " + text);
    assertTrue(text.contains("input            [9, 2]"), text);
    String inputs = built("-epochs 1 -print-weights", steps(series(60, 9, 1))).toString();
    assertTrue(inputs.contains("at each step, (x - "), inputs);
  }

  @Test
  void aRowDoesNotDependOnThoseBesideIt() throws Exception {
    NeuralNet net = built(LSTM, steps(series(200, 9, 1)));
    // Some are longer than all that were trained on.
    Instances test = steps(series(80, 40, 3));
    double[][] alone = predictions(net, test);
    assertClose(alone, net.distributionsForInstances(test), 1e-6, "in a batch");
    assertTrue(distance(alone, new double[alone.length][2]) > 0.5);
    double right = right(net, steps(series(300, 20, 4)));
    assertTrue(right > 70, "longer series: " + right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"att", "t"})
  void rowsMayBeChannels(String prefix) throws Exception {
    List<double[][]> all = series(120, 9, 1);
    NeuralNet bySteps = built(LSTM, steps(all));
    NeuralNet byChannels = built(LSTM, channels(all, 9, prefix));
    assertSame(predictions(bySteps, steps(all)), predictions(byChannels, channels(all, 9, prefix)), "predictions");
    assertTrue(byChannels.toString().contains("each of its rows being a channel (-series channels)"));
    // Files of longer series have more columns.
    List<double[][]> longer = series(30, 14, 5);
    assertSame(predictions(bySteps, steps(longer)), predictions(byChannels, channels(longer, 14, prefix)), "longer");
    NeuralNet asSet = built(LSTM + "-series steps", channels(all, 9, prefix));
    assertTrue(asSet.toString().contains("series of 2 steps with 9 channels"), asSet.toString());
  }

  @Test
  void channelsThatAreNoneAreRefused() throws Exception {
    message(() -> built(LSTM + "-series channels", steps(series(20, 9, 1))), "series: 'channels' needs values of "
        + "'series' with the same number of rows each", "expected 'steps' or 'auto'");
    NeuralNet net = built(LSTM, channels(series(40, 9, 1), 9, "att"));
    Instances three = arff("@attribute series relational", "@attribute att0 numeric", "@attribute att1 numeric",
        "@end series", "@attribute class {down,up}", "@data", "'1,2\\n3,4\\n5,6',up");
    message(() -> net.distributionForInstance(three.instance(0)), "row 1: the series 'series' has 3 rows; expected "
        + "2, one for each channel, as in the training data; if the rows are steps, train with -series steps");
    Instances words = arff("@attribute series relational", "@attribute att0 {a,b}", "@attribute att1 {a,b}",
        "@end series", "@attribute class {down,up}", "@data", "'a,b\\nb,b',up");
    message(() -> net.distributionForInstance(words.instance(0)), "has 2 rows, and attributes that are no numbers");
  }

  @Test
  void otherAttributesCount() throws Exception {
    List<String> lines = new ArrayList<>(List.of("@attribute turn {no,yes,perhaps}", "@attribute series relational",
        "@attribute x numeric", "@attribute kind {a,b,c}", "@end series", "@attribute size numeric",
        "@attribute class {down,up}", "@data"));
    Random random = new Random(3);
    for (int r = 0; r < 400; r++) {
      int n = 1 + random.nextInt(5);
      StringJoiner steps = new StringJoiner("\\n", "'", "'");
      int as = 0;
      for (int t = 0; t < n; t++) {
        int kind = random.nextInt(3);
        as += kind == 0 ? 1 : kind == 1 ? -1 : 0;
        steps.add((random.nextInt(9) == 0 ? "?" : "" + random.nextInt(5)) + "," + "abc".charAt(kind));
      }
      int turn = random.nextInt(3);
      boolean up = turn == 1 ? as < 0 : as > 0;
      lines.add(List.of("no", "yes", "perhaps").get(turn) + "," + steps + "," + (random.nextInt(9) == 0 ? "?" : n)
          + "," + (up ? "up" : "down"));
    }
    Instances data = arff(lines.toArray(String[]::new));
    NeuralNet net = built("-layers \"lstm 24 direction=both\" -epochs 60", data);
    assertTrue(right(net, data) > 93, "right: " + right(net, data));
    String text = net.toString();
    assertTrue(text.contains("of a step, 2 attributes become 5 inputs"), text);
    assertTrue(text.contains("at every step also what stands beside the series: 2 attributes become 5 inputs"), text);
  }

  @Test
  void noStepIsAMissingStep() throws Exception {
    Instances data = steps(series(40, 9, 1));
    data.instance(3).setMissing(0);
    data.instance(5).relationalValue(0).clear();
    NeuralNet net = built(LSTM, data);
    double[][] predicted = predictions(net, data);
    assertArrayEquals(predicted[3], predicted[5]);
    assertEquals(1, predicted[3][0] + predicted[3][1], 1e-9);
  }

  @Test
  void otherStepsAreRefused() throws Exception {
    NeuralNet net = built(LSTM, steps(series(40, 9, 1)));
    Instances other = arff("@attribute series relational", "@attribute x numeric", "@attribute z numeric",
        "@end series", "@attribute class {down,up}", "@data", "'1,2',up");
    message(() -> net.distributionForInstance(other.instance(0)),
        "row 1: the series 'series' has as its attribute 2 'z numeric'; expected 'y numeric', as in the training "
            + "data");
    Instances more = arff("@attribute series relational", "@attribute x numeric", "@attribute y numeric",
        "@attribute z numeric", "@end series", "@attribute class {down,up}", "@data", "'1,2,3',up");
    message(() -> net.distributionForInstance(more.instance(0)), "attribute 3 'z numeric'; expected 'nothing'");
  }

  @Test
  void whatCannotBeReadIsRefused() throws Exception {
    Instances texts = arff("@attribute series relational", "@attribute x string", "@end series",
        "@attribute class {down,up}", "@data", "'a\\nb',up", "'c',down");
    message(() -> net(LSTM).buildClassifier(texts), "attribute 'x' of the series 'series' is a string attribute");
    Instances beside = arff("@attribute s string", "@attribute series relational", "@attribute x numeric",
        "@end series", "@attribute class {down,up}", "@data", "a,'1\\n2',up", "b,'3',down");
    message(() -> net(LSTM + "-text words").buildClassifier(beside), "text: expected 'auto' or 'none' where attribute "
        + "'series' holds series");
    String text = built(LSTM, beside).toString();
    assertTrue(text.contains("texts beside the series, left out: s\n"), text);
    Instances two = arff("@attribute a relational", "@attribute x numeric", "@end a", "@attribute b relational",
        "@attribute x numeric", "@end b", "@attribute class {down,up}", "@data", "'1','2',up", "'3','4',down");
    message(() -> net(LSTM).buildClassifier(two), "there are 2 relational attributes, 'a' and 'b'");
    Instances data = steps(series(20, 9, 1));
    message(() -> built("-input 9x2", data), "input: expected 'auto' where attribute 'series' holds series");
    message(() -> built("-bins 4", data), "bins: expected 'auto' or 0 where attribute 'series'");
    message(() -> built("-augment \"shift 1\"", data), "augment: expected 'auto' where attribute 'series'");
    message(() -> built("-layers \"conv1d 4 3, dense 8 relu\"", data),
        "step 2 'dense 8 relu': takes only series of exactly 9 steps", "put 'last', 'globalavgpool'");
  }

  @Test
  void seriesOfOneLengthMayBeFlattened() throws Exception {
    List<double[][]> all = new ArrayList<>(series(300, 9, 1));
    all.replaceAll(s -> java.util.Arrays.copyOf(s, 2));
    NeuralNet net = built("-layers \"flatten, dense 16 relu\" -epochs 40", steps(all));
    assertTrue(right(net, steps(all)) > 95);
    assertTrue(net.toString().contains("all series have 2 steps, and the layers take no others"), net.toString());
    Instances missing = new Instances(steps(all), 0, 1);
    missing.instance(0).setMissing(0);
    assertEquals(1, java.util.Arrays.stream(net.distributionForInstance(missing.instance(0))).sum(), 1e-9);
    message(() -> net.distributionForInstance(steps(series(2, 9, 2)).instance(0)),
        "step 1 'flatten': takes only series of exactly 2 steps");
  }

  @Test
  void theSameBitsWhateverTheThreadsAndAfterLoading() throws Exception {
    Instances data = steps(series(200, 30, 1));
    String options = "-layers \"lstm 6 direction=both output=all, batchnorm, gru 4\" -epochs 4 ";
    NeuralNet one = built(options + "-threads 1", data);
    double[][] expected = predictions(one, data);
    assertSame(expected, predictions(built(options + "-threads 2", data), data), "two threads");
    assertSame(expected, predictions(built(options + "-threads 4", data), data), "four threads");
    NeuralNet loaded = (NeuralNet) new SerializedObject(one).getObject();
    assertSame(expected, predictions(loaded, data), "loaded");
    NeuralNet resumed = built("-layers \"lstm 6 direction=both output=all, batchnorm, gru 4\" -epochs 2 -resume "
        + "-schedule constant", data);
    resumed.initializeClassifier(data);
    while (resumed.next()) {
      // the other two epochs
    }
    resumed.done();
    assertSame(predictions(built(options + "-schedule constant", data), data), predictions(resumed, data), "resumed");
  }

  @Test
  void trainingGoesOnWithTheSameSeriesOnly() throws Exception {
    NeuralNet net = built("-layers \"gru 3\" -epochs 1 -resume", steps(series(30, 4, 1)));
    message(() -> net.initializeClassifier(steps(series(30, 9, 1))), "series of up to 4 steps", "but one has 9");
    NeuralNet channels = built("-layers \"gru 3\" -epochs 1 -resume", channels(series(30, 4, 1), 4, "att"));
    channels.setOptions(weka.core.Utils.splitOptions("-layers \"gru 3\" -epochs 1 -resume -series steps"));
    message(() -> channels.initializeClassifier(channels(series(30, 4, 1), 4, "att")), "series: the model was trained "
        + "with 'channels'");
  }

  @Test
  void anInfiniteStepIsNamed() throws Exception {
    Instances data = steps(series(30, 4, 1));
    data.instance(20).relationalValue(0).instance(1).setValue(1, Double.NEGATIVE_INFINITY);
    message(() -> built(LSTM, data), "row 21: the series 'series' has -Infinity as 'y' of step 2; expected a finite");
  }

  @Test
  void numbersArePredictedWithIntervals() throws Exception {
    List<String> lines = new ArrayList<>(List.of("@attribute series relational", "@attribute x numeric",
        "@end series", "@attribute sum numeric", "@data"));
    Random random = new Random(1);
    for (int r = 0; r < 300; r++) {
      int n = 1 + random.nextInt(6);
      StringJoiner steps = new StringJoiner("\\n", "'", "'");
      double sum = 0;
      for (int t = 0; t < n; t++) {
        double x = Math.round(100 * random.nextDouble()) / 100.0;
        sum += x;
        steps.add("" + x);
      }
      lines.add(steps + "," + sum);
    }
    Instances data = arff(lines.toArray(String[]::new));
    Evaluation e = new Evaluation(data);
    e.crossValidateModel(net("-layers \"gru 16\" -intervals 3"), data, 3, new Random(1));
    assertTrue(e.correlationCoefficient() > 0.97, "correlation " + e.correlationCoefficient());
    assertTrue(e.coverageOfTestCasesByPredictedRegions() > 85, "coverage "
        + e.coverageOfTestCasesByPredictedRegions());
    // The row is the same, but what its value holds is not.
    NeuralNet net = built("-layers \"gru 16\" -epochs 20", data);
    Instance row = data.instance(0);
    double before = net.classifyInstance(row);
    row.relationalValue(0).instance(0).setValue(0, 3);
    assertTrue(Math.abs(net.classifyInstance(row) - before) > 0.5);
  }

  @Test
  void aTestFoldMayHoldTheLongestSeries() throws Exception {
    Instances data = steps(series(60, 20, 1));
    Evaluation e = new Evaluation(data);
    e.crossValidateModel(net("-epochs 3"), data, 10, new Random(1));
    assertEquals(60, e.numInstances(), 0);
  }

  @Test
  void whatNeverVariesIsNoInput() throws Exception {
    Instances data = arff("@attribute series relational", "@attribute x numeric", "@end series",
        "@attribute class {down,up}", "@data", "'1\\n1',up", "'1',up", "'1',down");
    assertArrayEquals(new double[] {0.4, 0.6}, built(LSTM, data).distributionForInstance(data.instance(2)), 0.01);
  }

  @Test
  void schemesWithoutClassSaySo() throws Exception {
    Instances data = steps(series(20, 9, 1));
    data.setClassIndex(-1);
    data.deleteAttributeAt(1);
    message(() -> new NeuralClusterer().buildClusterer(data), "elational attributes");
    NeuralEncoder encoder = new NeuralEncoder();
    message(() -> {
      encoder.setInputFormat(data);
      Filter.useFilter(data, encoder);
    }, "elational attributes");
  }

  @Test
  void diagnosisAndTraceLookAtTheStepsThatAreThere() throws Exception {
    String text = built("-layers \"conv1d 8 3 relu, lstm 4\" -epochs 2 -diagnose -trace 2", steps(series(60, 30, 1)))
        .toString();
    assertTrue(text.contains("conv1d1") && !text.contains("NaN"), text);
    assertFalse(text.contains("failed"), text);
  }
}
