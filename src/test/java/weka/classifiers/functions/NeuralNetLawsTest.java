package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.file;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.optional;
import static weka.core.neural.Samples.predictions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.Utils;

/**
 * What courses prove about nets: the linear models are nets without hidden layers, and what one and two layers can
 * learn.
 */
class NeuralNetLawsTest {
  private static final String ONE_UNIT = "-layers \"output init=constant(0.5) biasinit=1 step\" -loss perceptron "
      + "-optimizer sgd -rate 1 -batch 1 -keep-order -scaling none -trace 20 ";

  private static void assertIsLinearRegression(Instances data) throws Exception {
    LinearRegression linear = new LinearRegression();
    linear.setOptions(Utils.splitOptions("-S 1 -C -R 1e-8"));
    linear.buildClassifier(data);
    NeuralNet net = built("-layers \"\" -loss squared -optimizer lbfgs", data);
    double deviation = Math.sqrt(data.variance(data.classIndex()));
    assertClose(predictions(linear, data), predictions(net, data), 1e-4 * deviation, data.relationName());
  }

  private static void assertIsLogistic(Instances data) throws Exception {
    Logistic logistic = new Logistic();
    logistic.setOptions(Utils.splitOptions("-R 1e-8"));
    logistic.buildClassifier(data);
    NeuralNet net = built("-layers \"\" -loss crossentropy -optimizer lbfgs -decay 0", data);
    assertClose(predictions(logistic, data), predictions(net, data), 1e-3, data.relationName());
  }

  /** Numeric data without missing values, which the two schemes treat differently. */
  private static Instances complete(Instances data) {
    Instances result = new Instances(data, 0);
    data.stream().filter(row -> !row.hasMissingValue()).forEach(result::add);
    return result;
  }

  @ParameterizedTest
  @CsvSource({"60,1", "200,2", "30,3"})
  void linearRegression(int rows, int seed) throws Exception {
    assertIsLinearRegression(complete(mixed(rows, seed, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"housing", "abalone", "concrete"})
  void linearRegressionOnOptionalData(String name) throws Exception {
    assertIsLinearRegression(optional(name));
  }

  @ParameterizedTest
  @CsvSource({"300,1", "200,2"})
  void logistic(int rows, int seed) throws Exception {
    assertIsLogistic(complete(mixed(rows, seed, true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"diabetes", "heart.statlog"})
  void logisticOnOptionalData(String name) throws Exception {
    assertIsLogistic(optional(name));
  }

  /** A linear model has one minimum; there only rounding errors change. */
  @ParameterizedTest
  @ValueSource(strings = {"noisy-sine", "circles", "moons", "two-spirals", "xor"})
  void aLinearModelConverges(String name) throws Exception {
    Instances data = file(Path.of("datasets", name + ".arff"));
    for (int seed = 1; seed <= 10; seed++) {
      NeuralNet net = built("-layers \"\" -optimizer lbfgs -S " + seed, data);
      int iterations = (int) net.getMeasure("measureEpochs");
      assertTrue(iterations <= 60, iterations + " iterations, seed " + seed);
      assertTrue(net.toString().contains("ended: converged after " + iterations + " iterations"), net.toString());
    }
  }

  /** One line of the table that -trace prints. */
  private record Update(double[] inputs, double sum, double output, double target, double[] weights) {
    static Update parse(String line) {
      List<String> cells = Arrays.asList(line.trim().split("\\s{2,}"));
      String[] weights = cells.get(5).split("; ");
      double[] w = numbers(weights[0].substring(weights[0].indexOf(' ')) + " "
          + weights[1].substring(weights[1].indexOf(' ')));
      return new Update(numbers(cells.get(1)), numbers(cells.get(2))[0], numbers(cells.get(3))[0],
          numbers(cells.get(4))[0], w);
    }

    static double[] numbers(String text) {
      return Arrays.stream(text.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  private static List<Update> trace(NeuralNet net) {
    List<Update> updates = new ArrayList<>();
    String text = net.toString();
    text.substring(text.indexOf("The first updates")).lines().filter(l -> l.matches("\\d+ .*"))
        .forEach(l -> updates.add(Update.parse(l)));
    return updates;
  }

  private static Instances gate(String... classes) throws Exception {
    return arff("@attribute x1 numeric", "@attribute x2 numeric", "@attribute class {0,1}", "@data",
        "0,0," + classes[0], "0,1," + classes[1], "1,0," + classes[2], "1,1," + classes[3]);
  }

  private static double errors(NeuralNet net, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(net, data);
    return e.incorrect();
  }

  /** Follows the table with the perceptron rule and compares every number. */
  private static double[] assertFollowsThePerceptronRule(NeuralNet net, Instances data) {
    double[] w = {0.5, 0.5, 1};
    List<Update> updates = trace(net);
    assertEquals(20, updates.size());
    for (int i = 0; i < updates.size(); i++) {
      Update u = updates.get(i);
      double x1 = data.instance(i % 4).value(0);
      double x2 = data.instance(i % 4).value(1);
      double target = data.instance(i % 4).classValue();
      double sum = w[0] * x1 + w[1] * x2 + w[2];
      double output = sum > 0 ? 1 : 0;
      w[0] += (target - output) * x1;
      w[1] += (target - output) * x2;
      w[2] += target - output;
      String where = "update " + (i + 1);
      assertEquals(Arrays.toString(new double[] {x1, x2}), Arrays.toString(u.inputs), where);
      assertEquals(sum, u.sum, where);
      assertEquals(output, u.output, where);
      assertEquals(target, u.target, where);
      assertEquals(Arrays.toString(w), Arrays.toString(u.weights), where);
    }
    return w;
  }

  @Test
  void aPerceptronLearnsOr() throws Exception {
    Instances or = gate("0", "1", "1", "1");
    NeuralNet net = built(ONE_UNIT + "-epochs 5", or);
    double[] end = assertFollowsThePerceptronRule(net, or);
    assertEquals("[0.5, 0.5, 0.0]", Arrays.toString(end), "by hand: only the first row is wrong, once");
    assertEquals(0, errors(net, or));
  }

  @Test
  void aPerceptronNeverLearnsXor() throws Exception {
    Instances xor = gate("0", "1", "1", "0");
    assertFollowsThePerceptronRule(built(ONE_UNIT + "-epochs 5", xor), xor);
    for (int epochs = 1; epochs <= 40; epochs++) {
      assertTrue(errors(built(ONE_UNIT + "-epochs " + epochs, xor), xor) > 0, epochs + " epochs");
    }
    assertTrue(errors(built(ONE_UNIT + "-epochs 1000", xor), xor) > 0);
  }

  /**
   * The loss behind 'step' is 0 in epochs with errors of one kind only; the model must be the one that training ended
   * with.
   */
  @Test
  void theModelIsWhatTheTraceEndsWith() throws Exception {
    for (int truth = 0; truth < 16; truth++) {
      String[] classes = {"" + (truth & 1), "" + (truth >> 1 & 1), "" + (truth >> 2 & 1), "" + (truth >> 3)};
      for (int epochs = 1; epochs <= 5; epochs++) {
        NeuralNet net = built(ONE_UNIT + "-print-weights -epochs " + epochs, gate(classes));
        double[] last = trace(net).get(4 * epochs - 1).weights;
        String text = net.toString();
        String printed = text.substring(text.indexOf("output1/weight [2, 1]"))
            .replaceAll("output1/(weight \\[2, 1\\]|bias \\[1\\])", "");
        assertEquals(Arrays.toString(last), Arrays.toString(Update.numbers(printed)),
            Arrays.toString(classes) + ", " + epochs + " epochs");
      }
    }
  }

  @Test
  void theDeltaRule() throws Exception {
    Instances data = arff("@attribute x1 numeric", "@attribute x2 numeric", "@attribute y numeric", "@data", "1,2,3",
        "-1,0.5,0", "2,-1,1");
    NeuralNet net = built("-layers \"output init=constant(0.25) biasinit=-0.5\" -loss squared -optimizer sgd -rate 0.1 "
        + "-batch 1 -keep-order -scaling none -trace 9 -epochs 3", data);
    double[] w = {0.25, 0.25, -0.5};
    List<Update> updates = trace(net);
    assertEquals(9, updates.size());
    for (int i = 0; i < updates.size(); i++) {
      Update u = updates.get(i);
      double[] x = {data.instance(i % 3).value(0), data.instance(i % 3).value(1), 1};
      double sum = w[0] * x[0] + w[1] * x[1] + w[2];
      assertEquals(sum, u.sum, 2e-6, "update " + (i + 1));
      assertEquals(sum, u.output, 2e-6);
      for (int k = 0; k < 3; k++) {
        w[k] += 0.1 * (data.instance(i % 3).classValue() - sum) * x[k];
        assertEquals(w[k], u.weights[k], 2e-6, "update " + (i + 1) + ", weight " + k);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets/xor.arff", ""})
  void twoHiddenUnitsLearnXor(String file) throws Exception {
    Instances xor = file.isEmpty() ? gate("0", "1", "1", "0") : file(Path.of(file));
    int learnt = 0;
    for (int seed = 1; seed <= 10; seed++) {
      learnt += errors(built("-layers \"dense 2 tanh\" -S " + seed, xor), xor) == 0 ? 1 : 0;
    }
    assertTrue(learnt >= 9, "learnt from " + learnt + " of 10 seeds");
  }

  /** Small nets as they are used in lessons must be good without further options. */
  @Test
  void smallNetsAreTrainedWell() throws Exception {
    for (String layers : new String[] {"", "dense 3 relu", "dense 5 sigmoid", "dense 10 tanh"}) {
      assertTrue(errors(built("-layers \"" + layers + "\"", iris()), iris()) <= 6, layers);
    }
  }

  /**
   * A small net of which no epochs are asked for is tried from several starts; the first of them is the one start of
   * others.
   */
  @Test
  void startsAreSaid() throws Exception {
    assertTrue(built("-layers \"dense 2 tanh\"", iris()).toString().contains("trained from 8 random initial weights"));
    for (String one : new String[] {"-layers \"dense 2 tanh\" -epochs 60", "-layers \"\"",
        "-layers \"dense 40 tanh\""}) {
      assertTrue(!built(one, iris()).toString().contains("initial weights"), one);
    }
    NeuralNet tried = built("-layers \"dense 2 tanh\"", iris());
    String epochs = String.format(Locale.ROOT, "%.0f", tried.getMeasure("measureEpochs"));
    double fewest = tried.getMeasure("measureTrainingLoss");
    NeuralNet first = built("-layers \"dense 2 tanh\" -rate 0.03 -epochs " + epochs, iris());
    assertTrue(fewest <= first.getMeasure("measureTrainingLoss"));
  }
}
