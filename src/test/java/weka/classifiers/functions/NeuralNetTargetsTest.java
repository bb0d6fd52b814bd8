package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.attributeSelection.CfsSubsetEval;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.misc.InputMappedClassifier;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Remove;
import weka.filters.unsupervised.instance.NonSparseToSparse;

/** Several targets: what is predicted beside the class, and what stays as it was. */
class NeuralNetTargetsTest {
  private static final String SMALL = "-layers \"dense 6 tanh\" -epochs 15 -batch 16 ";

  /** Two numbers and a colour decide a class, a number y and a colour z, of which some are missing. */
  private static Instances two(int rows, int seed, boolean missing) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("@attribute a numeric\n@attribute y numeric\n@attribute b numeric\n"
        + "@attribute z {red,green,blue}\n@attribute class {no,yes}\n@data\n");
    for (int r = 0; r < rows; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      String y = String.format(Locale.ROOT, "%.5f", 100 + 30 * a - 10 * b);
      String z = b < -0.5 ? "red" : b < 0.5 ? "green" : "blue";
      text.append(String.format(Locale.ROOT, "%.5f,%s,%.5f,%s,%s\n", a, missing && r % 5 == 1 ? "?" : y, b,
          missing && r % 7 == 2 ? "?" : z, a + b > 0 ? "yes" : "no"));
    }
    return arff(text.toString());
  }

  private static double[][][] all(NeuralNet net, Instances rows) throws Exception {
    return net.predictTargets(rows);
  }

  private static void assertBits(double[][][] expected, double[][][] actual) {
    assertEquals(Arrays.deepToString(expected), Arrays.deepToString(actual));
  }

  /** Each way of training learns all three of them; those that vary with the data are chosen by themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-effort fast", "-layers \"dense 12 relu\" -epochs 80 -members 3", "-optimizer lbfgs",
      "-layers output -optimizer lbfgs", "-layers \"dense 12, batchnorm, relu\" -epochs 80", "-validation 20",
      "-layers \"dense 12 tanh\" -validation 20 -loss squared -epochs 150"})
  void everyTargetIsLearnt(String options) throws Exception {
    NeuralNet net = built(options + " -targets y,z", two(240, 1, true));
    Instances test = two(200, 2, false);
    double[][][] predicted = all(net, test);
    double squares = 0;
    int right = 0;
    int z = 0;
    for (int r = 0; r < test.size(); r++) {
      Instance row = test.get(r);
      right += Utils.maxIndex(predicted[r][0]) == (int) row.classValue() ? 1 : 0;
      squares += Math.pow(predicted[r][1][0] - row.value(1), 2) / test.size();
      z += Utils.maxIndex(predicted[r][2]) == (int) row.value(3) ? 1 : 0;
      assertArrayEquals(net.distributionForInstance(row), predicted[r][0], 1e-5);
      assertEquals(1, Utils.sum(predicted[r][2]), 1e-9);
    }
    assertTrue(right > 180 && z > 0.75 * 200 && Math.sqrt(squares) < 12, options + ": " + right + ", " + z + ", "
        + Math.sqrt(squares));
  }

  /** What a row says of its targets is not looked at, not even whether it is known. */
  @Test
  void targetsAreNoInputs() throws Exception {
    Instances data = two(100, 1, false);
    NeuralNet net = built(SMALL + "-targets y,z", data);
    Instances blank = new Instances(data);
    for (Instance row : blank) {
      row.setMissing(1);
      row.setMissing(3);
    }
    assertSame(predictions(net, data), predictions(net, blank), "missing targets");
    assertBits(all(net, data), all(net, blank));
    for (Instance row : blank) {
      row.setValue(1, Double.POSITIVE_INFINITY);
      row.setValue(3, 0);
    }
    assertBits(all(net, data), all(net, blank));
    assertTrue(net.toString().contains("2 attributes become 2 inputs"), net.toString());
  }

  /** Without targets nothing is as it was not before; a constant one adds nothing either. */
  @Test
  void aConstantTargetChangesNothing() throws Exception {
    Instances data = two(100, 1, false);
    data.forEach(row -> row.setValue(1, 7));
    Instances without = new Instances(data);
    without.deleteAttributeAt(1);
    NeuralNet net = built(SMALL + "-targets y", data);
    assertSame(predictions(built(SMALL, without), without), predictions(net, data), "one target alone");
    assertEquals(7, all(net, data)[0][1][0]);
    assertTrue(net.toString().contains("as there was one value only: y"), net.toString());
    data.forEach(row -> row.setValue(3, 1));
    data.get(4).setMissing(3);
    assertArrayEquals(new double[] {0, 1, 0}, all(built(SMALL + "-targets y,z", data), data)[4][2]);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    Instances data = two(150, 1, true);
    for (String options : List.of(SMALL, "-effort fast ", "-validation 20 -epochs 8 ")) {
      double[][][] one = all(built(options + "-targets y,z -threads 1", data), data);
      for (String threads : List.of("2", "4")) {
        assertBits(one, all(built(options + "-targets y,z -threads " + threads, data), data));
      }
    }
  }

  @Test
  void aModelIsStoredWithItsTargets() throws Exception {
    Instances data = two(80, 1, true);
    NeuralNet net = built(SMALL + "-members 2 -targets y,z", data);
    NeuralNet copy = (NeuralNet) new SerializedObject(net).getObject();
    assertBits(all(net, data), all(copy, data));
    assertEquals(net.toString(), copy.toString());
    assertEquals("y,z", copy.getTargets());
  }

  @Test
  void trainingIsResumed() throws Exception {
    Instances data = two(80, 1, true);
    String layers = "-layers \"dense 6 tanh\" -batch 16 -schedule constant -rate 0.01 -targets y,z ";
    NeuralNet whole = built(layers + "-epochs 6", data);
    NeuralNet parts = net(layers + "-epochs 3 -resume");
    parts.buildClassifier(data);
    parts.initializeClassifier(data);
    while (parts.next()) {
      // three more epochs
    }
    parts.done();
    assertBits(all(whole, data), all(parts, data));
    parts.setTargets("y");
    message(() -> parts.initializeClassifier(data), "targets", "'y,z'", "'y'");
  }

  /** A weight of 2 is a row twice; a row of weight 0, and a missing target, are not there. */
  @Test
  void weightsAndMissingTargetsAreExact() throws Exception {
    Instances data = two(40, 1, true);
    Instances twice = new Instances(data);
    Instances weighted = new Instances(data);
    for (int r = 0; r < 10; r++) {
      twice.add(data.get(r));
      weighted.get(r).setWeight(2);
    }
    Instance odd = new DenseInstance(weighted.get(0));
    odd.setWeight(0);
    odd.setValue(1, 1e6);
    weighted.add(odd);
    String options = "-layers \"dense 5 tanh\" -optimizer lbfgs -epochs 4 -intervals none -targets y,z ";
    double[][][] expected = all(built(options, twice), data);
    double[][][] actual = all(built(options, weighted), data);
    for (int r = 0; r < data.size(); r++) {
      for (int t = 0; t < 3; t++) {
        assertArrayEquals(expected[r][t], actual[r][t], t == 1 ? 1e-2 : 1e-4, "row " + r + ", target " + t);
      }
    }
  }

  @Test
  void sparseRowsAreTheSame() throws Exception {
    Instances data = two(80, 1, true);
    NonSparseToSparse filter = new NonSparseToSparse();
    filter.setInputFormat(data);
    Instances sparse = Filter.useFilter(data, filter);
    assertBits(all(built(SMALL + "-targets y,z", data), data), all(built(SMALL + "-targets y,z", sparse), sparse));
  }

  @Test
  void aNumericClassHasTargetsAndIntervals() throws Exception {
    Instances data = two(150, 1, true);
    data.setClassIndex(1);
    data.deleteWithMissingClass();
    NeuralNet net = built("-effort fast -targets class,z -loss huber", data);
    double[][][] predicted = all(net, data);
    assertEquals(3, predicted[0].length);
    assertEquals(3, predicted[0][1].length);
    assertEquals(2, predicted[0][2].length);
    assertEquals(net.classifyInstance(data.get(0)), predicted[0][0][0], 1e-4);
    double[] interval = net.predictIntervals(data.get(0), 0.9)[0];
    assertTrue(interval[0] < interval[1] && Double.isFinite(interval[0]), Arrays.toString(interval));
    assertTrue(net.toString().contains("loss joint of the targets' crossentropy and huber"), net.toString());
  }

  @Test
  void theReportMeasuresEachTarget() throws Exception {
    NeuralNet net = net(SMALL + "-validation 20 -targets y,z");
    List<String> before = Collections.list(net.enumerateMeasures());
    net.buildClassifier(two(200, 1, true));
    assertEquals(before, Collections.list(net.enumerateMeasures()));
    String text = net.toString();
    for (String part : List.of("training rows  held-out rows", "root mean squared error", "Hamming loss", "micro F1",
        "predicted beside the class, class: y, z")) {
      assertTrue(text.contains(part), text);
    }
    for (String name : before) {
      boolean absent = name.matches("measureTarget[3-9]Error");
      assertEquals(absent, Double.isNaN(net.getMeasure(name)), name);
    }
    assertFalse(Collections.list(new NeuralNet().enumerateMeasures()).contains("measureHammingLoss"));
    message(() -> new NeuralNet().getMeasure("measureHammingLoss"), "there is no measure");
  }

  /** As Weka's own evaluation: weights of classes are for learning, those of rows for measuring too. */
  @Test
  void theReportDoesNotCountClassWeights() throws Exception {
    Instances data = two(150, 1, true);
    data.forEach(row -> row.setWeight(row.value(0) > 0 ? 2 : 1));
    NeuralNet net = net("-layers \"dense 2 tanh\" -epochs 2 -targets y,z -class-weights 1,7");
    net.setResume(true);
    net.buildClassifier(data);
    assertSameError(net, data);
    net.initializeClassifier(data);
    net.next();
    net.done();
    assertSameError(net, data);
  }

  private static void assertSameError(NeuralNet net, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel(net, data);
    assertEquals(evaluation.errorRate(), net.getMeasure("measureClassError"), 1e-6);
  }

  @Test
  void resumingSaysWhatIsWrongAtOnce() throws Exception {
    Instances data = two(60, 1, false);
    data.renameAttribute(3, "z, the colour");
    data.forEach(row -> row.setValue(1, 7));
    NeuralNet net = net(SMALL + "-targets \"y,'z, the colour'\" -resume");
    net.buildClassifier(data);
    Instances other = new Instances(data);
    other.get(2).setValue(1, Double.POSITIVE_INFINITY);
    message(() -> net.initializeClassifier(other), "target 'y', row 3", "finite");
    other.get(2).setValue(1, 8);
    net.initializeClassifier(other);
    while (net.next()) {
      // more epochs
    }
    net.done();
    assertTrue(net.toString().contains("'y' had one value only"), net.toString());
    net.setTargets("y");
    message(() -> net.initializeClassifier(data), "'y,'z, the colour''", "got 'y'");
  }

  @Test
  void textsBesideTargetsAreRead() throws Exception {
    StringBuilder text = new StringBuilder(
        "@attribute t string\n@attribute z {x,w}\n@attribute y numeric\n@attribute class {no,yes}\n@data\n");
    String[] words = {"good", "bad", "fine", "poor"};
    for (int r = 0; r < 120; r++) {
      String first = words[r % 4];
      String second = words[r / 4 % 4];
      text.append("'").append(first).append(' ').append(second).append("',").append(r % 4 < 2 ? "x" : "w").append(',')
          .append(r / 4 % 4).append(',').append(r % 2 == 0 ? "yes" : "no").append('\n');
    }
    Instances data = arff(text.toString());
    NeuralNet net = built("-layers \"embedding 8, lstm 8\" -epochs 30 -targets z,y", data);
    double[][][] predicted = all(net, data);
    long right = 0;
    for (int r = 0; r < data.size(); r++) {
      right += Utils.maxIndex(predicted[r][1]) == (int) data.get(r).value(1) ? 1 : 0;
      assertArrayEquals(net.distributionForInstance(data.get(r)), predicted[r][0], 1e-5);
    }
    assertTrue(right > 110, right + " of 120");
  }

  @Test
  void pixelsBesideTargetsAreRead() throws Exception {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 36; i++) {
      text.append("@attribute p").append(i).append(" numeric\n");
    }
    text.append("@attribute bright numeric\n@attribute class {top,bottom}\n@data\n");
    for (int r = 0; r < 80; r++) {
      double light = random.nextDouble();
      for (int i = 0; i < 36; i++) {
        text.append(String.format(Locale.ROOT, "%.3f,", (i < 18 == (r % 2 == 0) ? light : 0) + 0.01 * r % 0.1));
      }
      text.append(String.format(Locale.ROOT, "%.4f,%s\n", light, r % 2 == 0 ? "top" : "bottom"));
    }
    Instances data = arff(text.toString());
    NeuralNet net = built("-input 6x6x1 -layers \"conv 4 3x3 relu, dense 8 relu\" -epochs 60 -targets bright", data);
    double[][][] predicted = all(net, data);
    double worst = 0;
    for (int r = 0; r < data.size(); r++) {
      worst = Math.max(worst, Math.abs(predicted[r][1][0] - data.get(r).value(36)));
    }
    assertTrue(worst < 0.4, "" + worst);
  }

  // ---- other schemes around it

  @Test
  void schemesAroundItKeepTheirTargets() throws Exception {
    Instances data = two(80, 1, true);
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new weka.filters.unsupervised.attribute.Standardize());
    Bagging bagging = new Bagging();
    bagging.setNumIterations(2);
    CVParameterSelection search = new CVParameterSelection();
    search.addCVParameter("decay 0.001 0.01 2");
    search.setNumFolds(2);
    InputMappedClassifier mapped = new InputMappedClassifier();
    mapped.setSuppressMappingReport(true);
    for (weka.classifiers.SingleClassifierEnhancer scheme : List.of(filtered, bagging, search, mapped)) {
      scheme.setClassifier(net(SMALL + "-targets y,z"));
      ((Classifier) scheme).buildClassifier(data);
      double[] p = ((Classifier) scheme).distributionForInstance(data.get(0));
      assertEquals(1, Utils.sum(p), 1e-9, scheme.getClass().getName());
    }
    Instances fewer = new Instances(data);
    fewer.deleteAttributeAt(3);
    fewer.deleteAttributeAt(1);
    assertArrayEquals(mapped.distributionForInstance(data.get(0)), mapped.distributionForInstance(fewer.get(0)), 0);
  }

  @Test
  void aTargetThatASchemeTookAwayIsMissed() throws Exception {
    Instances data = two(60, 1, false);
    FilteredClassifier filtered = new FilteredClassifier();
    Remove remove = new Remove();
    remove.setAttributeIndices("2");
    filtered.setFilter(remove);
    filtered.setClassifier(net(SMALL + "-targets y"));
    message(() -> filtered.buildClassifier(data), "targets: there is no attribute 'y'");
    AttributeSelectedClassifier selected = new AttributeSelectedClassifier();
    selected.setEvaluator(new CfsSubsetEval());
    selected.setClassifier(net(SMALL + "-targets y,z,a,b"));
    message(() -> selected.buildClassifier(data), "targets: there is no attribute");
  }

  // ---- what cannot be

  @Test
  void whatCannotBePredictedIsSaid() throws Exception {
    Instances data = two(30, 1, false);
    message(() -> built("-targets class", data), "the class alone");
    message(() -> built("-targets a,b,y,z", data), "no attribute varies beside the class and the targets");
    message(() -> built("-targets y -relative Lag_.*", data), "relative", "with several targets");
    message(() -> built("-targets y -loss hinge", data), "loss", "crossentropy or squared", "'hinge'");
    message(() -> built("-targets y -layers \"dense 3, output sigmoid\"", data), "loss", "several targets");
    message(() -> built("-targets y -layers \"dense 3, output tanh\"", data), "layers", "without an activation");
    message(() -> built("-targets y -layers \"dense 3, output, softmax\"", data), "output");
    Instances unknown = new Instances(data);
    unknown.forEach(row -> row.setMissing(1));
    message(() -> built("-targets y", unknown), "no value of 'y' is known");
    Instances infinite = new Instances(data);
    infinite.get(4).setValue(1, Double.NEGATIVE_INFINITY);
    message(() -> built("-targets y", infinite), "target 'y', row 5", "finite");
    Instances one =
        arff("@attribute a numeric\n@attribute y numeric\n@attribute class {only}\n@data\n1,2,only\n3,4,only");
    message(() -> built("-do-not-check-capabilities -targets y", one), "the class, 'class', has one value only");
  }

  /** A number for each row is predicted as well as it goes, and so is a number of 1e300. */
  @Test
  void hugeNumbersAndIdentifiersAreTargetsToo() throws Exception {
    Instances data = two(60, 1, false);
    for (int r = 0; r < data.size(); r++) {
      data.get(r).setValue(1, r % 2 == 0 ? 1e300 : -1e300);
    }
    for (double[][] p : all(built(SMALL + "-targets y", data), data)) {
      assertTrue(Double.isFinite(p[1][0]));
    }
    List<String> ids = new ArrayList<>();
    data.forEach(row -> ids.add("id" + ids.size()));
    data.insertAttributeAt(new weka.core.Attribute("id", ids), 0);
    for (int r = 0; r < data.size(); r++) {
      data.get(r).setValue(0, r);
    }
    assertEquals(60, all(built(SMALL + "-targets id", data), data)[0][1].length);
  }

  @Test
  void datesAreNumbers() throws Exception {
    Instances data = arff("@attribute a numeric\n@attribute d date yyyy-MM-dd\n@attribute class {no,yes}\n@data\n"
        + "1,2020-01-01,no\n2,2020-02-01,yes\n3,2020-03-01,no\n4,2020-04-01,yes\n5,2020-05-01,no\n6,2020-06-01,yes");
    double[][][] predicted = all(built("-layers output -optimizer lbfgs -targets d", data), data);
    for (int r = 0; r < data.size(); r++) {
      assertEquals(data.get(r).value(1), predicted[r][1][0], 10 * 86_400_000.0);
    }
  }

  @Test
  void manyTargetsAreLearnt() throws Exception {
    Instances data = mixed(60, 1, true);
    for (int i = 0; i < 300; i++) {
      data.insertAttributeAt(new weka.core.Attribute("label, " + i, List.of("0", "1")), i);
      for (int r = 0; r < data.size(); r++) {
        data.get(r).setValue(i, (r + i) % 3 == 0 ? 1 : 0);
      }
    }
    NeuralNet net = net(SMALL);
    net.setTargets("first-299,'label, 299'");
    net.buildClassifier(data);
    assertEquals(301, all(net, data)[0].length);
    assertTrue(net.toString().contains("and 251 more targets"), net.toString());
    NeuralNet copy = (NeuralNet) new SerializedObject(net).getObject();
    assertBits(all(net, data), all(copy, data));
  }
}
