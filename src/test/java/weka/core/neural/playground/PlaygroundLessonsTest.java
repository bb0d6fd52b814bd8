package weka.core.neural.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.neural.lab.LabRows;
import weka.core.neural.perceptron.PerceptronExercise;
import weka.core.neural.perceptron.PerceptronRow;
import weka.core.neural.perceptron.PerceptronWeights;
import weka.core.neural.playground.PlaygroundSettings.Penalty;

/**
 * The figures of docs/lessons: neuron, or-and-xor, activation-functions, gradient-descent. Another BLAS may round
 * otherwise, so that they agree to three points and a tenth of the loss.
 */
class PlaygroundLessonsTest {
  private static final Set<PlaneInput> COORDINATES = EnumSet.of(PlaneInput.X1, PlaneInput.X2);
  private static final double POINTS = 3;
  private static final double PART = 0.1;
  private static final String TWO_LAYERS = "dense 4 tanh, dense 2 tanh";

  private static PlaygroundRuns.Result after(int epochs, PlaneData data, int noise, Set<PlaneInput> inputs,
      PlaygroundSettings settings) throws Exception {
    PlanePoints points = PlanePoints.of(data, data.usualRows(), noise, 1);
    LabRows rows = LabRows.of(points.points(), 50, 1);
    Instances given = points.table(rows.given(), inputs);
    NeuralNet net = settings.network(given.classAttribute());
    net.setEpochs(Integer.toString(epochs));
    net.buildClassifier(given);
    return new PlaygroundRuns.Result(net, given, points.table(rows.test(), inputs));
  }

  private static PlaygroundSettings settings(String layers, String optimizer, String rate, int batch) {
    return new PlaygroundSettings(layers, optimizer, rate, batch, Penalty.NONE, "0", 1);
  }

  @ParameterizedTest
  @CsvSource({"GAUSS, 0, 100", "GAUSS, 50, 94.4", "CIRCLE, 0, 50.8", "XOR, 0, 65.2"})
  void oneNeuron(PlaneData data, int noise, double right) throws Exception {
    PlaygroundRuns.Result r = after(100, data, noise, COORDINATES, settings("", "sgd", "0.03", 10));
    assertEquals(right, r.right(r.test()), POINTS);
  }

  @Test
  void oneNeuronWithTheRightInput() throws Exception {
    PlaygroundRuns.Result r = after(100, PlaneData.XOR, 0, EnumSet.of(PlaneInput.X1, PlaneInput.X2,
        PlaneInput.PRODUCT), settings("", "sgd", "0.03", 10));
    assertEquals(100, r.right(r.test()));
    PlaygroundRuns.Result alone = after(10, PlaneData.XOR, 0, EnumSet.of(PlaneInput.PRODUCT), settings("", "sgd",
        "0.03", 10));
    assertEquals(100, alone.right(alone.test()));
  }

  @ParameterizedTest
  @CsvSource({"2, 89.2", "3, 95.2", "8, 98.8"})
  void exclusiveOr(int neurons, double right) throws Exception {
    PlaygroundRuns.Result r = after(1000, PlaneData.XOR, 0, COORDINATES, settings("dense " + neurons + " tanh", "sgd",
        "0.03", 10));
    assertEquals(right, r.right(r.test()), POINTS);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';',
      value = {"0 0 0, 0 1 1, 1 0 1, 1 1 1; 8; 12; 44", "0 0 0, 0 1 0, 1 0 0, 1 1 1; 32; 24; 24",
          "0 0 1, 0 1 1, 1 0 1, 1 1 0; 12; 28; 32"})
  void stepsOfThePerceptronRule(String rows, int one, int half, int tenth) {
    assertEquals(one, steps(rows, "1"));
    assertEquals(half, steps(rows, "0.5"));
    assertEquals(tenth, steps(rows, "0.1"));
  }

  private static int steps(String rows, String rate) {
    PerceptronExercise exercise = exercise(rows, rate);
    assertEquals(PerceptronExercise.State.SEPARATED, exercise.state());
    return exercise.steps().size();
  }

  private static PerceptronExercise exercise(String rows, String rate) {
    PerceptronExercise exercise = new PerceptronExercise(PerceptronRow.parse(rows.replace(',', ';')),
        new BigDecimal(rate), weights("1", "0.5", "0.5"));
    exercise.run();
    return exercise;
  }

  private static PerceptronWeights weights(String bias, String first, String second) {
    return new PerceptronWeights(new BigDecimal(bias), new BigDecimal(first), new BigDecimal(second));
  }

  @Test
  void exclusiveOrNeverEnds() {
    PerceptronExercise xor = exercise("0 0 0, 0 1 1, 1 0 1, 1 1 0", "1");
    assertEquals(20, xor.steps().size());
    assertEquals(weights("1", "-1.5", "-0.5"), xor.weights());
    assertEquals(xor.weights(), xor.steps().get(15).weights(), "with which pass 5 began");
    for (String rate : new String[] {"1", "0.5", "0.1"}) {
      assertEquals(PerceptronExercise.State.REPEATS, exercise("0 0 0, 0 1 1, 1 0 1, 1 1 0", rate).state());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"dense 4, dense 2; 54.4; 0.6903; 49.2; 0.6903",
      "dense 4 tanh, dense 2 tanh; 99.2; 0.0534; 100; 0.0022", "dense 4 relu, dense 2 relu; 99.6; 0.0303; 100; 0.0021",
      "dense 4 sigmoid, dense 2 sigmoid; 62.0; 0.6898; 99.6; 0.0274", "dense 4 sigmoid; 76.4; 0.6460; 99.6; 0.0548"})
  void activations(String layers, double right, double loss, double laterRight, double laterLoss) throws Exception {
    PlaygroundRuns.Result r = after(100, PlaneData.CIRCLE, 0, COORDINATES, settings(layers, "sgd", "0.03", 10));
    assertEquals(right, r.right(r.test()), POINTS);
    assertEquals(loss, r.loss(r.given()), PART * loss);
    PlaygroundRuns.Result later = after(1000, PlaneData.CIRCLE, 0, COORDINATES, settings(layers, "sgd", "0.03", 10));
    assertEquals(laterRight, later.right(later.test()), POINTS);
    assertEquals(laterLoss, later.loss(later.given()), PART * laterLoss);
  }

  @ParameterizedTest
  @CsvSource({"0.001, 10, sgd, 0.6542, 70.4", "0.01, 10, sgd, 0.3399, 88.0", "0.03, 10, sgd, 0.0534, 99.2",
      "0.1, 10, sgd, 0.0081, 100", "1, 10, sgd, 0.0012, 100", "0.03, 1, sgd, 0.0021, 99.6",
      "0.03, 50, sgd, 0.4913, 83.2", "0.03, 250, sgd, 0.6485, 71.6", "0.03, 10, momentum, 0.0021, 100",
      "0.03, 10, adam, 0.0003, 100"})
  void gradientDescent(String rate, int batch, String optimizer, double loss, double right) throws Exception {
    PlaygroundRuns.Result r =
        after(100, PlaneData.CIRCLE, 0, COORDINATES, settings(TWO_LAYERS, optimizer, rate, batch));
    assertEquals(loss, r.loss(r.given()), Math.max(PART * loss, 5e-5));
    assertEquals(right, r.right(r.test()), POINTS);
  }

  /** Where updates overshoot, the figures themselves are a matter of chance. */
  @Test
  void ratesThatAreTooHigh() throws Exception {
    PlaygroundRuns.Result three = after(100, PlaneData.CIRCLE, 0, COORDINATES, settings(TWO_LAYERS, "sgd", "3", 10));
    assertThat(three.loss(three.given())).isGreaterThan(0.05);
    PlaygroundRuns.Result ten = after(100, PlaneData.CIRCLE, 0, COORDINATES, settings(TWO_LAYERS, "sgd", "10", 10));
    assertThat(ten.right(ten.test())).isLessThan(70);
    assertThat(ten.loss(ten.given())).isGreaterThan(1);
  }
}
