package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.swing.DefaultListModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.BatchPredictor;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ArffLoader;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.Experiment;
import weka.experiment.InstancesResultListener;
import weka.experiment.PropertyNode;
import weka.experiment.RegressionSplitEvaluator;
import weka.experiment.SplitEvaluator;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Reorder;
import weka.filters.unsupervised.attribute.Standardize;

/** Several targets in the other parts of Weka, and with inputs that are not a table's columns. */
class NeuralNetTargetsInWekaTest {
  private static final String SMALL = "-layers \"dense 6 tanh\" -epochs 10 -batch 16 -targets y,z ";

  private static Instances table(int rows) throws Exception {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("@attribute a numeric\n@attribute y numeric\n@attribute b numeric\n"
        + "@attribute z {red,green,blue}\n@attribute c {u,v}\n@attribute kind {no,yes}\n@data\n");
    for (int r = 0; r < rows; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(String.format(Locale.ROOT, "%.5f,%.5f,%.5f,%s,%s,%s\n", a, 100 + 30 * a - 10 * b, b,
          b < -0.5 ? "red" : b < 0.5 ? "green" : "blue", a > b ? "u" : "v", a + b > 0 ? "yes" : "no"));
    }
    return arff(text.toString());
  }

  // ---- series

  /** Steps of one number; the class is the sign of their sum, y the sum, z whether the last is the greatest. */
  private static Instances series(int rows, boolean missing) throws Exception {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("@attribute y numeric\n@attribute series relational\n@attribute x numeric\n"
        + "@end series\n@attribute z {no,yes}\n@attribute kind {minus,plus}\n@data\n");
    for (int r = 0; r < rows; r++) {
      double[] x = random.doubles(2 + random.nextInt(4), -1, 1).toArray();
      double sum = Arrays.stream(x).sum();
      List<String> steps = Arrays.stream(x).mapToObj(v -> String.format(Locale.ROOT, "%.4f", v)).toList();
      text.append(missing && r % 5 == 0 ? "?" : String.format(Locale.ROOT, "%.4f", 50 + 10 * sum)).append(",'")
          .append(String.join("\\n", steps)).append("',")
          .append(missing && r % 7 == 0 ? "?" : x[x.length - 1] > 0 ? "yes" : "no").append(',')
          .append(sum > 0 ? "plus" : "minus").append('\n');
    }
    return arff(text.toString());
  }

  @Test
  void seriesBesideTargetsAreRead() throws Exception {
    Instances data = series(200, true);
    NeuralNet net = built("-layers \"gru 10\" -epochs 60 -targets y,z", data);
    Instances test = series(200, false);
    double[][][] predicted = net.predictTargets(test);
    int kind = 0;
    int z = 0;
    double squares = 0;
    for (int r = 0; r < test.size(); r++) {
      Instance row = test.get(r);
      assertArrayEquals(net.distributionForInstance(row), predicted[r][0], 1e-5);
      kind += Utils.maxIndex(predicted[r][0]) == (int) row.classValue() ? 1 : 0;
      squares += Math.pow(predicted[r][1][0] - row.value(0), 2) / test.size();
      z += Utils.maxIndex(predicted[r][2]) == (int) row.value(2) ? 1 : 0;
    }
    assertTrue(kind > 170 && z > 170 && Math.sqrt(squares) < 5, kind + ", " + z + ", " + Math.sqrt(squares));
    for (Instance row : test) {
      row.setMissing(0);
      row.setMissing(2);
    }
    assertEquals(Arrays.deepToString(predicted), Arrays.deepToString(net.predictTargets(test)));
    message(() -> built("-targets series", data), "series");
  }

  // ---- other schemes

  @Test
  void attributesInAnotherOrderAreMapped() throws Exception {
    Instances data = table(80);
    Reorder reorder = new Reorder();
    reorder.setAttributeIndices("4,3,6,2,5,1");
    reorder.setInputFormat(data);
    Instances other = Filter.useFilter(data, reorder);
    other.setClass(other.attribute("kind"));
    InputMappedClassifier mapped = new InputMappedClassifier();
    mapped.setSuppressMappingReport(true);
    mapped.setClassifier(net(SMALL));
    mapped.buildClassifier(data);
    for (int r = 0; r < data.size(); r++) {
      assertArrayEquals(mapped.distributionForInstance(data.get(r)), mapped.distributionForInstance(other.get(r)), 0);
    }
    NeuralNet moved = built(SMALL, other);
    assertEquals("[z, y]", moved.targets().stream().map(a -> a.name()).toList().toString());
  }

  @Test
  void batchesAndFiltersPredictTheSame() throws Exception {
    Instances data = table(80);
    data.get(3).setMissing(1);
    data.get(4).setMissing(3);
    NeuralNet net = built(SMALL, data);
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new Standardize());
    filtered.setClassifier(net(SMALL));
    filtered.buildClassifier(data);
    for (Classifier scheme : List.of(net, filtered)) {
      for (String size : List.of("1", "7", "1000")) {
        ((BatchPredictor) scheme).setBatchSize(size);
        double[][] batch = ((BatchPredictor) scheme).distributionsForInstances(data);
        for (int r = 0; r < data.size(); r++) {
          assertArrayEquals(scheme.distributionForInstance(data.get(r)), batch[r], 1e-6);
        }
      }
    }
    double[][][] whole = net.predictTargets(data);
    net.setBatchSize("7");
    double[][][] parts = net.predictTargets(data);
    for (int r = 0; r < data.size(); r++) {
      for (int t = 0; t < 3; t++) {
        assertArrayEquals(whole[r][t], parts[r][t], 1e-4);
      }
    }
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(filtered, data, 3, new Random(1));
    assertEquals(80, evaluation.numInstances(), 0);
  }

  // ---- the Experimenter

  private static Instances results(Instances data, SplitEvaluator evaluator, Path folder) throws Exception {
    Path rows = folder.resolve("data.arff");
    Files.writeString(rows, data.toString());
    NeuralNet net = net(SMALL);
    Experiment experiment = new Experiment();
    CrossValidationResultProducer producer = new CrossValidationResultProducer();
    producer.setNumFolds(2);
    producer.setSplitEvaluator(evaluator);
    experiment.setResultProducer(producer);
    experiment.setPropertyArray(new Classifier[] {net, new weka.classifiers.rules.ZeroR()});
    experiment.setUsePropertyIterator(true);
    experiment.setPropertyPath(new PropertyNode[] {
        new PropertyNode(evaluator,
            new java.beans.PropertyDescriptor("splitEvaluator", CrossValidationResultProducer.class),
            CrossValidationResultProducer.class),
        new PropertyNode(net, new java.beans.PropertyDescriptor("classifier", evaluator.getClass()),
            evaluator.getClass())});
    experiment.setRunUpper(1);
    InstancesResultListener listener = new InstancesResultListener();
    File file = folder.resolve("results.arff").toFile();
    listener.setOutputFile(file);
    experiment.setResultListener(listener);
    DefaultListModel<File> datasets = new DefaultListModel<>();
    datasets.addElement(rows.toFile());
    experiment.setDatasets(datasets);
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    ArffLoader loader = new ArffLoader();
    loader.setFile(file);
    return loader.getDataSet();
  }

  /** In the rows of the network; ZeroR has no measures. */
  private static void assertMeasured(Instances results, String... names) {
    assertEquals(4, results.size());
    for (String name : names) {
      int index = results.attribute(name).index();
      int known = 0;
      for (Instance row : results) {
        boolean net = row.stringValue(results.attribute("Key_Scheme")).endsWith("NeuralNet");
        assertEquals(net, !row.isMissing(index), name);
        known += net ? 1 : 0;
      }
      assertEquals(2, known);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theExperimenterGetsTheMeasures(boolean nominal, @TempDir Path folder) throws Exception {
    Instances data = table(80);
    for (int r = 0; r < 80; r += 9) {
      data.get(r).setMissing(3);
    }
    if (!nominal) {
      ArrayList<Integer> order = new ArrayList<>(List.of(0, 5, 2, 3, 4, 1));
      Reorder reorder = new Reorder();
      reorder.setAttributeIndicesArray(order.stream().mapToInt(i -> i).toArray());
      reorder.setInputFormat(data);
      data = Filter.useFilter(data, reorder);
      data.setClassIndex(5);
      data.renameAttribute(1, "w");
      data.renameAttribute(5, "number");
      data.renameAttribute(1, "y");
    }
    Instances results = results(data, nominal ? new ClassifierSplitEvaluator() : new RegressionSplitEvaluator(),
        folder);
    assertMeasured(results, "measureClassError", "measureTarget1Error", "measureTarget2Error", "measureHammingLoss");
    for (Instance row : results) {
      double z = row.value(results.attribute("measureTarget2Error"));
      assertFalse(z < 0 || z > 1, "" + z);
      assertTrue(row.isMissing(results.attribute("measureTarget3Error")));
    }
  }

  // ---- what is said

  @Test
  void linesNameTheirTarget() throws Exception {
    Instances data = table(120);
    String text = built("-effort fast -targets y,z", data).toString();
    assertTrue(text.contains("predictions of y end at "), text);
    assertTrue(text.contains("predicted beside the class, kind: y, z"), text);
    assertTrue(text.lines().anyMatch(l -> l.matches("kind +correct .*")), text);
    data.setClassIndex(1);
    text = built("-effort fast -targets a,kind", data).toString();
    for (String part : List.of("y = output * ", "predictions of y end at ", "a = output * ", "predictions of a end at ",
        "predicted beside the class, y: a, kind")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertFalse(text.contains("class = "), text);
    Instances one =
        arff("@attribute a numeric\n@attribute y numeric\n@attribute kind {only}\n@data\n1,2,only\n3,4,only");
    message(() -> built("-do-not-check-capabilities -targets y", one), "the class, 'kind', has one value only");
  }
}
