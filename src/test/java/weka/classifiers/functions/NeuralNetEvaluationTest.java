package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.RandomizableFilteredClassifier;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.experiment.RegressionSplitEvaluator;
import weka.filters.Filter;
import weka.gui.Logger;

/** What Weka's own evaluation says of the scheme. */
class NeuralNetEvaluationTest {
  private static final String SHORT = "-layers \"dense 8 tanh\" -epochs 60 ";

  /** Also that of a class that no attribute says anything about. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void coverageRegionsAndEntropyOfANumber(boolean attributesSaySomething) throws Exception {
    Instances data = mixed(200, 1, false);
    if (!attributesSaySomething) {
      for (Instance row : data) {
        for (int a = 0; a < 4; a++) {
          row.setValue(a, 0);
        }
      }
    }
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(net(SHORT), data, 4, new Random(1));
    assertEquals(95, evaluation.coverageOfTestCasesByPredictedRegions(), 6);
    double size = evaluation.sizeOfPredictedRegions();
    assertTrue(size > 1 && size < 200, "relative size of regions: " + size);
    double gain = evaluation.SFMeanEntropyGain();
    assertTrue(attributesSaySomething ? gain > 0.1 && gain < 5 : Math.abs(gain) < 0.3, "entropy gain: " + gain);
  }

  /** Where no errors were measured, intervals are the whole line: nothing is outside, and nothing is said. */
  @Test
  void withoutIntervalsRegionsAreEndless() throws Exception {
    Instances data = mixed(60, 1, false);
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel(built(SHORT + "-intervals none", data), data);
    assertEquals(100, evaluation.coverageOfTestCasesByPredictedRegions());
    assertEquals(Double.POSITIVE_INFINITY, evaluation.sizeOfPredictedRegions());
    assertTrue(Double.isNaN(evaluation.SFMeanEntropyGain()));
  }

  @Test
  void theExperimentersColumns() throws Exception {
    RegressionSplitEvaluator evaluator = new RegressionSplitEvaluator();
    evaluator.setClassifier(net(SHORT));
    List<Object> names = Arrays.asList((Object[]) evaluator.getResultNames());
    Object[] result = evaluator.getResult(mixed(200, 1, false), mixed(300, 2, false));
    assertEquals(95, (double) result[names.indexOf("Coverage_of_Test_Cases_By_Regions")], 6);
    assertTrue((double) result[names.indexOf("Size_of_Predicted_Regions")] > 1);
    double gain = (double) result[names.indexOf("SF_mean_entropy_gain")];
    assertTrue(gain > 0.1 && gain < 5, "entropy gain: " + gain);
  }

  private static boolean isBatched(Classifier scheme) {
    return ((BatchPredictor) scheme).implementsMoreEfficientBatchPrediction();
  }

  private static final class Silent implements Logger {
    @Override
    public void logMessage(String message) {}

    @Override
    public void statusMessage(String message) {}
  }

  /** Its cross-validation asks the object in the sheet, which it trains only where the model is to be printed. */
  @Test
  void theExplorerAsksForIntervalsTrainedOrNot() throws Exception {
    NeuralNet sheet = net(SHORT);
    sheet.setLog(new Silent());
    assertFalse(isBatched(sheet), "a number may be predicted by its copies");
    sheet.buildClassifier(iris());
    assertTrue(isBatched(sheet), "the same class will be predicted by its copies");
    sheet.setLog(new Silent());
    assertFalse(isBatched(sheet), "the next run may be on other data");
    sheet.buildClassifier(mixed(60, 1, false));
    assertFalse(isBatched(sheet));
  }

  @Test
  void classesAndSchemesAroundThemKeepTheirSpeed() throws Exception {
    assertTrue(isBatched(built(SHORT, iris())));
    Bagging bagging = new Bagging();
    bagging.setClassifier(net(SHORT));
    assertTrue(isBatched(bagging));
    assertTrue(isBatched((NeuralNet) new SerializedObject(built(SHORT, iris())).getObject()));
    assertFalse(isBatched((NeuralNet) new SerializedObject(built(SHORT, mixed(60, 1, false))).getObject()));
  }

  /** A row that was changed, another row of the same values, and a model that was trained anew. */
  @Test
  void nothingStaleIsPredicted() throws Exception {
    Instances data = mixed(60, 1, false);
    NeuralNet net = built(SHORT, data);
    Instance row = data.instance(0);
    double first = net.classifyInstance(row);
    row.setValue(1, row.value(1) + 20);
    double changed = net.classifyInstance(row);
    assertTrue(Math.abs(first - changed) > 1, first + " and " + changed);
    double[] wide = net.predictIntervals(row, 0.9)[0];
    assertEquals(changed, (wide[0] + wide[1]) / 2, 1e-9);
    assertEquals(changed, net.classifyInstance((Instance) row.copy()));
    assertArrayEquals(net.distributionsForInstances(data)[0], net.distributionForInstance(row), 1e-3);
    net.setSeed(5);
    net.buildClassifier(data);
    assertTrue(net.classifyInstance(row) != changed, "another seed's network");
    net.distributionForInstance(row)[0] = -1;
    assertTrue(net.classifyInstance(row) > 0, "the caller's array is its own");
  }

  private static Filter filter(String text) throws Exception {
    String[] words = Utils.splitOptions(text);
    return (Filter) Utils.forName(Filter.class, words[0], Arrays.copyOfRange(words, 1, words.length));
  }

  private static Evaluation evaluated(FilteredClassifier around, Classifier scheme, String filter, Instances data)
      throws Exception {
    around.setClassifier(scheme);
    around.setFilter(filter(filter));
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(around, data, 4, new Random(1));
    return evaluation;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "weka.filters.unsupervised.instance.RemoveWithValues -C 2 -S 50",
      "weka.filters.unsupervised.instance.RemoveWithValues -C 4 -L 1",
      "weka.filters.unsupervised.instance.SubsetByExpression -E \"ATT2 > 45\" -F"})
  void removedTestRowsAreUnclassified(String filter) throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      Instances data = mixed(120, 1, nominal);
      // Schemes may extend it.
      for (FilteredClassifier around : List.of(new FilteredClassifier(), new RandomizableFilteredClassifier())) {
        Evaluation expected = evaluated(around, AbstractClassifier.forName(
            "weka.classifiers.functions.MultilayerPerceptron", new String[] {"-N", "5"}), filter, data);
        assertTrue(expected.unclassified() > 5, filter + ": " + expected.unclassified());
        assertEquals(expected.unclassified(), evaluated(around, net(SHORT), filter, data).unclassified(), filter);
        SingleClassifierEnhancer bagging = new Bagging();
        bagging.setClassifier(net(SHORT));
        assertEquals(expected.unclassified(), evaluated(around, bagging, filter, data).unclassified(), filter);
      }
    }
  }
}
