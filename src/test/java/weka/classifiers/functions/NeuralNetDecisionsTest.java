package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.circles;
import static weka.core.neural.Samples.fourNumbers;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.mixed;

import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** What is left to the data follows the effort, and is told with its reasons. */
class NeuralNetDecisionsTest {
  /** The text with a sentence in one line. */
  private static String unwrapped(NeuralNet net) {
    return net.toString().replace("\n    ", " ");
  }

  @ParameterizedTest
  @CsvSource({"fast, 2, 3", "normal, 8, 5", "best, 32, 10"})
  void effortIsNetworksAndFolds(String effort, int members, int folds) throws Exception {
    NeuralNet net = built("-effort " + effort, circles());
    String text = unwrapped(net);
    assertTrue(text.contains(members + " networks from different random weights"), text);
    assertTrue(text.contains("(effort " + effort + ")"), text);
    assertTrue(text.contains("in a cross-validation with " + folds + " folds"), text);
  }

  @ParameterizedTest
  @CsvSource({"fast, 10", "normal, 20", "best, 40"})
  void effortIsPatience(String effort, int epochs) throws Exception {
    String text = unwrapped(built("-validation 20 -effort " + effort, circles()));
    assertTrue(text.contains("a held-out 20 % of the rows has not fallen for " + epochs + " epochs"), text);
  }

  @Test
  void whatIsSetIsNotDecided() throws Exception {
    NeuralNet net = built("-effort best -layers \"dense 3 relu\" -members 2 -epochs 5 -rate 0.01 -batch 7", iris());
    assertFalse(net.toString().contains("Decided by the data"), net.toString());
    assertEquals(5, net.getMeasure("measureEpochs"));
    String one = built("-layers \"dense 3 relu\"", iris()).toString();
    assertTrue(one.contains("members: one network, since"), one);
    assertFalse(one.contains("  layers: "), one);
  }

  /** Networks with bins and without train for epochs of their own; nothing is held out, so the last is kept. */
  @Test
  void theBestEpochsAreTheLastWhereNothingIsHeldOut() throws Exception {
    NeuralNet net = built("-members 4 -effort fast", mixed(120, 1, false));
    String text = net.toString();
    Matcher kinds = Pattern.compile("epochs: (\\d+) with bins and (\\d+) without").matcher(text);
    assertTrue(kinds.find(), text);
    int[] epochs = {Integer.parseInt(kinds.group(1)), Integer.parseInt(kinds.group(2))};
    Arrays.sort(epochs);
    Matcher rows = Pattern.compile("best \\(([^)]*)\\) +(\\S+) .*\\Rlast \\(([^)]*)\\) +(\\S+) ").matcher(text);
    assertTrue(rows.find(), text);
    assertEquals(rows.group(3) + " " + rows.group(4), rows.group(1) + " " + rows.group(2), text);
    assertEquals(epochs[0] + " to " + epochs[1], rows.group(1), text);
    assertTrue(text.contains("\n" + rows.group(1) + " epochs in "), text);
    assertEquals(epochs[1], net.getMeasure("measureBestEpoch"), text);
    assertEquals(net.getMeasure("measureEpochs"), net.getMeasure("measureBestEpoch"), text);
  }

  /** Each network keeps the weights of its own best epoch; what is told are the means of their losses there. */
  @Test
  void theLossOfTheBestEpochsIsNoHigherThanAnyOther() throws Exception {
    NeuralNet net = built("-members 5 -validation 30 -layers \"dense 12 tanh\" -rate 0.02 -epochs 60 -patience 0",
        mixed(120, 1, false));
    double best = net.getMeasure("measureValidationLoss");
    double lowest = Arrays.stream(net.curve("validation loss")).min().orElseThrow();
    assertTrue(best <= lowest, best + " > " + lowest + "\n" + net);
  }

  /** Epochs that were decided for the beginning do not contradict those that there are later. */
  @Test
  void whatWasDecidedIsSaidOfTheBeginningWhenTrainingGoesOn() throws Exception {
    Instances data = mixed(60, 1, true);
    NeuralNet net = built("-resume -effort fast -members 1", data);
    int epochs = (int) net.getMeasure("measureEpochs");
    assertTrue(net.toString().contains("Decided by the data, 60 rows:\n"), net.toString());
    net.setEpochs("5");
    for (int i = 0; i < 2; i++) {
      net.initializeClassifier(data);
      while (net.next()) {
        // all that is planned
      }
      net.done();
      assertTrue(net.toString().contains("Decided by the data, 60 rows, for the first " + epochs + " epochs:\n"),
          net.toString());
    }
    assertEquals(epochs + 10, net.getMeasure("measureEpochs"));
  }

  /** Only what was chosen is said to have been chosen. */
  @Test
  void oneNetworkIsExplainedByWhatWasChosen() throws Exception {
    assertTrue(built("-layers \"dense 3 relu\" -epochs 1", iris()).toString().contains("one network, since its layers "
        + "were chosen\n"));
    assertTrue(built("-optimizer sgd -epochs 1", iris()).toString().contains("one network, since its optimizer was "
        + "chosen\n"));
    assertTrue(built("-optimizer sgd -layers \"dense 3\" -epochs 1", iris()).toString().contains("one network, "
        + "since its layers and its optimizer were chosen\n"));
    String images = built("-input 2x2x1 -epochs 1", fourNumbers(40)).toString();
    assertTrue(images.contains("one network, as convolutions over images, series or texts are slow"), images);
  }

  @Test
  void linesAreOfAReadableLength() throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      String text = built("-effort fast", mixed(120, 1, nominal)).toString();
      String decided = text.substring(text.indexOf("Decided by the data"));
      decided.lines().takeWhile(l -> !l.isEmpty()).forEach(l -> assertTrue(l.length() <= 100, l));
      assertTrue(decided.lines().anyMatch(l -> l.matches("    \\S.*")), decided);
    }
  }

  @Test
  void rowsHeldOutAreSaidWhereThereAreSome() throws Exception {
    String all = built("-layers output -epochs 1", iris()).toString();
    assertTrue(all.contains("150 rows to train on\n") && !all.contains("held out"), all);
    String some = built("-layers output -epochs 1 -validation 20", iris()).toString();
    assertTrue(some.contains("120 rows to train on, 30 held out to find the best epoch\n"), some);
  }

  @Test
  void numbersOfFewRowsFollowASchedule() throws Exception {
    Instances data = mixed(49, 1, false);
    String text = built("", data).toString();
    assertTrue(text.contains("Decided by the data, 49 rows:"), text);
    assertTrue(text.contains("epochs: 100, with the rate falling to 0 by"), text);
  }

  /** A class that has nothing to do with the attributes: a fixed number of epochs would learn it by heart. */
  @Test
  void numbersThatAreNoiseAreTrainedShortly() throws Exception {
    Instances data = mixed(80, 1, false);
    Random random = new Random(2);
    for (Instance row : data) {
      row.setClassValue(random.nextGaussian());
    }
    NeuralNet net = built("", data);
    String text = net.toString();
    Matcher epochs = Pattern
        .compile("epochs: (\\d+) with bins and (\\d+) without, with the rate falling to 0: half as many")
        .matcher(text);
    assertTrue(epochs.find(), text);
    assertTrue(text.contains("with bins: " + epochs.group(1) + ", of at most 99 ("), text);
    assertTrue(Integer.parseInt(epochs.group(1)) <= 30 && Integer.parseInt(epochs.group(2)) <= 30, text);
    double[] predicted = Arrays.stream(net.distributionsForInstances(data)).mapToDouble(p -> p[0]).toArray();
    double deviation = Math.sqrt(Utils.variance(predicted));
    assertTrue(deviation < 0.5, "predictions of noise of deviation 1 have deviation " + deviation);
  }

  @Test
  void networksThatPredictNumbersStartSmall() throws Exception {
    String small = "dense 64 init=glorotuniform(0.5) relu, dense 64 init=glorotuniform(0.5) relu";
    String numbers = unwrapped(built("", mixed(60, 1, false)));
    assertTrue(numbers.contains("layers: " + small) && numbers.contains("small initial weights"), numbers);
    String classes = built("", circles()).toString();
    assertTrue(classes.contains("layers: dense 64 relu, dense 64 relu, output;"), classes);
    assertFalse(classes.contains("small initial weights"), classes);
  }

  @Test
  void trainingThatGoesOnKeepsTheReasons() throws Exception {
    NeuralNet net = built("-resume -epochs 1", iris());
    String first = net.toString();
    net.initializeClassifier(iris());
    net.next();
    net.done();
    String reasons = first.substring(first.indexOf("Decided by the data"))
        .replace("rows:", "rows, for the first epoch:");
    assertTrue(net.toString().contains(reasons.strip()), net.toString());
  }
}
