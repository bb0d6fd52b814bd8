package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;

class NeuralNetIntervalsTest {
  private static final String SHORT = "-layers \"dense 8 tanh\" -epochs 60 ";

  private static double covered(NeuralNet net, Instances data, double confidence) throws Exception {
    int inside = 0;
    for (Instance row : data) {
      double[] bounds = net.predictIntervals(row, confidence)[0];
      assertEquals(net.classifyInstance(row), (bounds[0] + bounds[1]) / 2, 1e-6);
      inside += bounds[0] <= row.classValue() && row.classValue() <= bounds[1] ? 1 : 0;
    }
    return inside / (double) data.numInstances();
  }

  /** From rows held out by the members, and from cross-validations. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-members 3", "-validation 40", "-validation 30 -members 4",
      "-intervals 10 -validation 20"})
  void newRowsLieWithinTheIntervalsAsOftenAsTheySay(String options) throws Exception {
    NeuralNet net = built(SHORT + options, mixed(400, 1, false));
    Instances fresh = mixed(2000, 2, false);
    assertEquals(0.95, covered(net, fresh, 0.95), 0.06);
    assertEquals(0.6, covered(net, fresh, 0.6), 0.12);
  }

  /** Residuals of rows that were trained on would be far too small here. */
  @Test
  void overfittingDoesNotMakeThemTooNarrow() throws Exception {
    NeuralNet net = built("-layers \"dense 64 relu, dense 64 relu\" -optimizer adam -rate 0.01 -epochs 200",
        mixed(80, 3, false));
    Instances seen = mixed(80, 3, false);
    assertEquals(1, covered(net, seen, 0.8), 1e-9);
    assertEquals(0.95, covered(net, mixed(1000, 4, false), 0.95), 0.07);
  }

  /** Powers of two change no digit; squares of the largest would be too large for a number. */
  @ParameterizedTest
  @ValueSource(ints = {10, 1000})
  void theyGrowWithTheUnitOfTheClass(int exponent) throws Exception {
    Instances data = mixed(80, 3, false);
    Instances large = new Instances(data);
    large.forEach(row -> row.setClassValue(Math.scalb(row.classValue(), exponent)));
    String options = "-layers \"dense 64 relu\" -optimizer adam -rate 0.01 -epochs 60 -members 4";
    NeuralNet net = built(options, data);
    NeuralNet scaled = built(options, large);
    for (int r = 0; r < 80; r += 9) {
      double[] bounds = net.predictIntervals(data.instance(r), 0.9)[0];
      double[] largeBounds = scaled.predictIntervals(large.instance(r), 0.9)[0];
      assertEquals(bounds[0], Math.scalb(largeBounds[0], -exponent), 1e-6 * Math.abs(bounds[0]));
      assertEquals(bounds[1], Math.scalb(largeBounds[1], -exponent), 1e-6 * Math.abs(bounds[1]));
    }
  }

  /** IterativeClassifierOptimizer evaluates after each epoch; what fails there it prints, and goes on without. */
  @Test
  void aModelThatIsStillTrainedCanBeEvaluated() throws Exception {
    Instances data = mixed(60, 1, false);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(SHORT));
    net.initializeClassifier(data);
    net.next();
    Evaluation midway = new Evaluation(data);
    midway.evaluateModel(net, data);
    assertTrue(midway.rootMeanSquaredError() > 0);
    assertEquals(Double.POSITIVE_INFINITY, net.predictIntervals(data.instance(0), 0.9)[0][1]);
    while (net.next()) {
      // to the end
    }
    net.done();
    assertTrue(Double.isFinite(net.predictIntervals(data.instance(0), 0.9)[0][1]));
  }

  @Test
  void aNumberIsPredictedForARowOfNoDataSetAsAClassIs() throws Exception {
    Instances data = mixed(60, 1, false);
    NeuralNet net = built(SHORT, data);
    Instance alone = new DenseInstance(data.instance(0));
    assertEquals(net.classifyInstance(data.instance(0)), net.distributionForInstance(alone)[0]);
  }

  @Test
  void theyAreSavedWithTheModel() throws Exception {
    Instances data = mixed(60, 1, false);
    NeuralNet net = built(SHORT, data);
    NeuralNet copy = (NeuralNet) new SerializedObject(net).getObject();
    assertArrayEquals(net.predictIntervals(data.instance(3), 0.9)[0], copy.predictIntervals(data.instance(3), 0.9)[0]);
    assertEquals(net.logDensity(data.instance(3), 120), copy.logDensity(data.instance(3), 120));
  }

  @Test
  void theDensityIsHighestNearThePrediction() throws Exception {
    Instances data = mixed(100, 1, false);
    NeuralNet net = built(SHORT, data);
    Instance row = data.instance(0);
    double prediction = net.classifyInstance(row);
    double half = net.predictIntervals(row, 0.95)[0][1] - prediction;
    assertTrue(net.logDensity(row, prediction) > net.logDensity(row, prediction + 2 * half));
  }

  @Test
  void twoRowsGiveWideIntervalsAndOneGivesNone() throws Exception {
    Instances two = arff("@attribute x numeric", "@attribute y numeric", "@data", "0,0", "1,10");
    double[] bounds = built("", two).predictIntervals(two.instance(0), 0.95)[0];
    assertTrue(bounds[1] - bounds[0] > 20 && bounds[1] - bounds[0] < 200, bounds[0] + " to " + bounds[1]);
    assertIsTheWholeLine(built("", new Instances(two, 0, 1)), two.instance(0), "one row");
  }

  /** Leaving out one row of three makes the mean of the others the prediction. */
  @Test
  void withoutInputsTheyAreThoseOfTheMean() throws Exception {
    Instances data = arff("@attribute x numeric", "@attribute y numeric", "@data", "1,0", "1,3", "1,9");
    double[] bounds = built("", data).predictIntervals(data.instance(0), 0.7)[0];
    assertArrayEquals(new double[] {4 - 7.5, 4 + 7.5}, bounds, 1e-9);
  }

  private static void assertIsTheWholeLine(NeuralNet net, Instance row, String why) throws Exception {
    double[] whole = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    assertArrayEquals(whole, net.predictIntervals(row, 0.95)[0]);
    assertTrue(net.toString().contains("Intervals: none, ") && net.toString().contains(why), net.toString());
  }

  @Test
  void withoutMeasuredErrorsTheyAreTheWholeLine() throws Exception {
    Instances many = mixed(1000, 1, false);
    Instance row = many.instance(0);
    assertIsTheWholeLine(built("-layers \"\" -optimizer lbfgs", many), row, "-intervals 4");
    assertIsTheWholeLine(built(SHORT + "-intervals none", mixed(50, 1, false)), row, "-intervals none");
    double[] measured = built("-layers \"\" -optimizer lbfgs -intervals 3", many).predictIntervals(row, 0.95)[0];
    assertTrue(measured[1] - measured[0] < 1000, measured[0] + " to " + measured[1]);
  }

  /** Weka asks every scheme that can give intervals for one, row by row; it must not fail. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-intervals none"})
  void evaluationAsksForThem(String options) throws Exception {
    Instances data = mixed(60, 1, false);
    NeuralNet net = built(SHORT + options, data);
    Evaluation evaluation = new Evaluation(data);
    for (Instance row : mixed(200, 2, false)) {
      evaluation.evaluateModelOnce(net, row);
    }
    assertEquals(options.isEmpty() ? 95 : 100, evaluation.coverageOfTestCasesByPredictedRegions(), 8);
  }

  @Test
  void aNominalClassHasNone() throws Exception {
    message(() -> new NeuralNet().predictIntervals(iris().instance(0), 0.95), "no model built yet");
    message(() -> built(SHORT, iris()).predictIntervals(iris().instance(0), 0.95), "numeric class");
  }
}
