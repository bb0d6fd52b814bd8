package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instances;

/** Recurrent networks for series in the columns of a table. */
class NeuralNetSeriesTest {
  private static final int STEPS = 12;
  private static final String INPUT = "-input " + STEPS + "x2 ";

  /**
   * Two signals. The class is the sign that the first had at the one step that the second marks, so that the network
   * has to keep it to the end.
   */
  private static Instances marked(int rows, int seed) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      lines.add("@attribute x" + t + " numeric");
      lines.add("@attribute mark" + t + " numeric");
    }
    lines.add("@attribute sign {minus,plus}");
    lines.add("@data");
    Random random = new Random(seed);
    for (int r = 0; r < rows; r++) {
      int marked = random.nextInt(STEPS);
      StringBuilder line = new StringBuilder();
      boolean plus = false;
      for (int t = 0; t < STEPS; t++) {
        double x = random.nextGaussian();
        line.append(String.format(Locale.ROOT, "%.4f,%d,", x, t == marked ? 1 : 0));
        plus = t == marked ? x > 0 : plus;
      }
      lines.add(line + (plus ? "plus" : "minus"));
    }
    return arff(lines.toArray(String[]::new));
  }

  private static double accuracy(NeuralNet net, Instances data) throws Exception {
    double[][] shares = predictions(net, data);
    int right = 0;
    for (int r = 0; r < shares.length; r++) {
      right += (shares[r][1] > 0.5 ? 1 : 0) == data.instance(r).classValue() ? 1 : 0;
    }
    return right / (double) shares.length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn 16", "lstm 16", "gru 16", "lstm 8 direction=both output=all, gru 8",
      "conv1d 8 relu, lstm 16 direction=backward",
      "conv1d 16 1, positions as a, attention 2, add a, layernorm, globalavgpool, dense 16 relu"})
  void whatWasMarkedIsRemembered(String layers) throws Exception {
    NeuralNet net = built(INPUT + "-layers \"" + layers + "\" -epochs 40", marked(600, 1));
    double right = accuracy(net, marked(300, 2));
    assertTrue(right > 0.9, layers + ": " + right);
  }

  /** With the rate, the epochs and the limit of the gradient that are chosen. */
  @ParameterizedTest
  @ValueSource(strings = {"lstm 16", "gru 16", "rnn 16"})
  void aFewSeriesAreLearntByDefault(String layers) throws Exception {
    Instances data = marked(200, 4);
    double right = accuracy(built(INPUT + "-layers \"" + layers + "\"", data), data);
    assertTrue(right > 0.95, layers + ": " + right);
  }

  @Test
  void theGradientIsLimitedUnlessALimitIsSet() throws Exception {
    Instances data = marked(40, 1);
    assertTrue(built(INPUT + "-layers \"lstm 3\" -epochs 1", data).toString().contains("clip 1, "));
    assertTrue(built(INPUT + "-layers \"gru 3\" -epochs 1 -clip 7", data).toString().contains("clip 7, "));
    assertFalse(built(INPUT + "-layers \"conv1d 3, last\" -epochs 1", data).toString().contains("clip"));
    String allRows = built(INPUT + "-layers \"rnn 3\" -epochs 2 -optimizer lbfgs", data).toString();
    assertFalse(allRows.contains("clip"), allRows);
  }

  @Test
  void threadsDoNotChangeTheNetwork() throws Exception {
    Instances data = marked(150, 3);
    String options = INPUT + "-layers \"lstm 5 direction=both output=all, gru 4\" -epochs 3 -threads ";
    double[][] one = predictions(built(options + 1, data), data);
    assertSame(one, predictions(built(options + 2, data), data), "two threads");
    assertSame(one, predictions(built(options + 4, data), data), "four threads");
  }

  @Test
  void columnsAreNoSeriesUntilTheInputSaysSo() throws Exception {
    message(() -> net("-layers \"lstm 8\"").buildClassifier(marked(20, 1)), "step 1 'lstm 8'",
        "takes a series [steps, channels], got [22]", "reshape");
  }

  @Test
  void aSeriesMayEndWithMissingSteps() throws Exception {
    Instances data = marked(200, 1);
    for (int r = 0; r < data.numInstances(); r += 2) {
      for (int i = 2 * (3 + r % 7); i < 2 * STEPS; i++) {
        data.instance(r).setMissing(i);
      }
    }
    NeuralNet net = built(INPUT + "-layers \"lstm 6\" -epochs 3", data);
    assertTrue(net.toString().contains("missing steps at the end are none"), net.toString());
    Instances longer = new Instances(data);
    longer.instance(0).setValue(2 * STEPS - 1, 1);
    assertTrue(distance(predictions(net, data), predictions(net, longer)) > 1e-6, "a known last step is one");
    String fixed = built(INPUT + "-layers \"flatten, dense 4 relu\" -epochs 1", data).toString();
    assertFalse(fixed.contains("missing steps"), "a network for a fixed length takes them as missing values");
    assertFalse(built(INPUT + "-layers \"lstm 6\" -epochs 1", marked(50, 1)).toString().contains("missing steps"));
    assertTrue(built(INPUT + "-epochs 1", data).toString().contains("missing steps"), "the default network");
    message(() -> net(INPUT + "-layers \"lstm 6, attention\"").buildClassifier(data), "attention");
  }

  @Test
  void aSeriesThatDoesNotFitIntoMemoryIsRefused() throws Exception {
    Instances data = marked(20, 1);
    for (String units : new String[] {"2000000", "2147483647"}) {
      message(() -> net(INPUT + "-layers \"lstm " + units + "\"").buildClassifier(data), "step 1 'lstm " + units + "'",
          "more than 2^31 parameters; use fewer units");
    }
    message(() -> net(INPUT + "-layers \"lstm 20000\"").buildClassifier(data), "megabytes");
  }
}
