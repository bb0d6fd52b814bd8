package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertClose;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.distance;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.mixed;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.CostMatrix;
import weka.classifiers.Evaluation;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.AdaBoostM1;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.CVParameterSelection;
import weka.classifiers.meta.CostSensitiveClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.filters.unsupervised.attribute.Discretize;

/** The same model wherever it must be the same, and what other schemes of Weka make of it. */
class NeuralNetExactnessTest {
  private static final String FULL_BATCH = "-layers \"dense 6 tanh\" -batch all -epochs 40 -validation 0 -rate 0.03 ";

  private static void assertSameModel(NeuralNet a, NeuralNet b, Instances data, String what) throws Exception {
    assertSame(predictions(a, data), predictions(b, data), what);
  }

  /** Rows 0 to 9 twice: with weight 2, and as two rows side by side. */
  private static Instances[] doubled(Instances data) {
    Instances weighted = new Instances(data);
    Instances twice = new Instances(data, 0);
    for (int r = 0; r < data.numInstances(); r++) {
      twice.add(data.instance(r));
      if (r < 10) {
        weighted.instance(r).setWeight(2);
        twice.add(data.instance(r));
      }
    }
    return new Instances[] {weighted, twice};
  }

  @ParameterizedTest
  @ValueSource(strings = {FULL_BATCH, FULL_BATCH + "-optimizer sgd", FULL_BATCH + "-decay 0.01 -scaling range",
      FULL_BATCH + "-bins 4",
      "-layers \"\" -optimizer lbfgs -decay 0.001", FULL_BATCH + "-class-weights balanced",
      FULL_BATCH + "-loss squared"})
  void weightTwoIsTheRowTwice(String options) throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      if (!nominal && options.contains("class-weights")) {
        continue;
      }
      Instances data = mixed(60, 1, nominal);
      Instances[] two = doubled(data);
      double scale = nominal ? 1 : Math.sqrt(data.variance(4));
      assertClose(predictions(built(options, two[0]), data), predictions(built(options, two[1]), data), 2e-5 * scale,
          options);
      assertTrue(distance(predictions(built(options, two[0]), data),
          predictions(built(options, data), data)) > 1e-3 * scale, "weights that change nothing: " + options);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", FULL_BATCH, "-layers \"\" -optimizer lbfgs", "-validation 20", "-class-weights balanced"})
  void weightZeroIsTheRowAbsent(String options) throws Exception {
    Instances data = mixed(60, 1, true);
    Instances with = new Instances(data, 0);
    Random random = new Random(5);
    for (int r = 0; r < 60; r++) {
      with.add(data.instance(r));
      if (r % 3 == 0) {
        Instance none = (Instance) data.instance(random.nextInt(60)).copy();
        none.setWeight(0);
        none.setValue(0, 1000 * random.nextGaussian());
        with.add(none);
      }
    }
    assertSameModel(built(options, data), built(options, with), data, options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"dense 300 relu, dropout 0.3, dense 200 relu\" -batch 256 -epochs 3",
      "-layers \"dense 100 tanh\" -optimizer lbfgs -epochs 10", "-shards 4 -epochs 5",
      "-batch all -epochs 5 -shards 7 -validation 20"})
  void threadsChangeNoBit(String options) throws Exception {
    Instances data = mixed(1200, 2, true);
    NeuralNet one = built(options + " -threads 1", data);
    assertSameModel(one, built(options + " -threads 2", data), data, "2 threads");
    assertSameModel(one, built(options + " -threads 4", data), data, "4 threads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-layers \"dense 8 relu, batchnorm, dropout 0.5, dense 4 relu\" -epochs 20",
      "-layers \"dense 2 tanh\"", "-resume -validation 30 -epochs 20", "-optimizer lbfgs -epochs 20"})
  void buildingTwiceAndPredictingChangeNothing(String options) throws Exception {
    Instances data = mixed(90, 3, true);
    NeuralNet net = built(options, data);
    double[][] first = predictions(net, data);
    String text = net.toString();
    assertSame(first, predictions(net, data), "asked twice");
    assertEquals(text, net.toString());
    net.buildClassifier(mixed(40, 9, false));
    net.buildClassifier(data);
    assertSame(first, predictions(net, data), "built again, with another set between");
    NeuralNet copy = (NeuralNet) new SerializedObject(net).getObject();
    assertSame(first, predictions(copy, data), "saved and loaded");
    assertEquals(net.toString(), copy.toString());
    copy.buildClassifier(data);
    assertSame(first, predictions(copy, data), "saved, loaded and built again");
    Instances before = new Instances(data);
    net.buildClassifier(data);
    assertEquals(before.toString(), data.toString(), "the data are as they were");
  }

  /** With rows held out, the model is that of the best epoch, not of the last. */
  @Test
  void theBestEpochIsTheModel() throws Exception {
    Instances data = mixed(200, 3, true);
    String options = "-layers \"dense 40 relu\" -rate 0.03 -schedule constant -validation 30 -patience 0 -epochs ";
    NeuralNet net = built(options + 60, data);
    int best = (int) net.getMeasure("measureBestEpoch");
    assertTrue(best > 1 && best < 60, "best epoch " + best);
    assertSameModel(built(options + best, data), net, data, "as if training had ended with the best epoch");
  }

  @Test
  void seedsMatter() throws Exception {
    Instances data = mixed(90, 3, true);
    assertTrue(distance(predictions(built("-S 1", data), data), predictions(built("-S 2", data), data)) > 1e-3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 37, 700, 5000})
  void batchesOfPredictions(int rows) throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      NeuralNet net = built("-epochs 3", mixed(200, 4, nominal));
      Instances data = mixed(rows, 8, nominal);
      assertClose(predictions(net, data), net.distributionsForInstances(data), nominal ? 1e-6 : 1e-3, rows + " rows");
      assertEquals(0, net.distributionsForInstances(new Instances(data, 0)).length);
    }
  }

  @Test
  void predictionsFromSeveralThreads() throws Exception {
    Instances data = mixed(400, 4, true);
    NeuralNet net = built("-epochs 3", data);
    double[][] single = predictions(net, data);
    double[][] batch = net.distributionsForInstances(data);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        boolean all = t % 2 == 0;
        tasks.add(() -> {
          for (int i = 0; i < 10; i++) {
            assertSame(all ? batch : single, all ? net.distributionsForInstances(data) : predictions(net, data),
                "thread");
          }
          return null;
        });
      }
      for (Future<Void> f : pool.invokeAll(tasks)) {
        f.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static double correct(Classifier scheme, Instances data) throws Exception {
    Evaluation e = new Evaluation(data);
    e.evaluateModel(scheme, data);
    return e.pctCorrect();
  }

  private static <T extends SingleClassifierEnhancer> T over(T meta, String options) throws Exception {
    meta.setClassifier(net(options));
    return meta;
  }

  @Test
  void baggingWithSlots() throws Exception {
    Instances data = mixed(150, 6, true);
    Bagging four = over(new Bagging(), "-epochs 20");
    four.setNumExecutionSlots(4);
    four.setNumIterations(8);
    four.buildClassifier(data);
    Bagging one = over(new Bagging(), "-epochs 20");
    one.setNumIterations(8);
    one.buildClassifier(data);
    assertSame(predictions(one, data), predictions(four, data), "one slot and four");
    assertTrue(correct(four, data) > 75);
  }

  /** Boosting by weights and boosting by drawing rows are different things: the weights must have been used. */
  @Test
  void boostingUsesTheWeights() throws Exception {
    Instances data = mixed(150, 6, true);
    AdaBoostM1 boost = over(new AdaBoostM1(), "-layers \"dense 4 tanh\" -epochs 15");
    boost.buildClassifier(data);
    double alone = correct(built("-layers \"dense 4 tanh\" -epochs 15", data), data);
    assertTrue(boost.toString().split("NeuralNet\n=====").length > 3, boost::toString);
    AdaBoostM1 drawn = over(new AdaBoostM1(), "-layers \"dense 4 tanh\" -epochs 15");
    drawn.setUseResampling(true);
    drawn.buildClassifier(data);
    assertTrue(distance(predictions(boost, data), predictions(drawn, data)) > 1e-6);
    assertTrue(correct(boost, data) >= alone - 5, correct(boost, data) + " and alone " + alone);
  }

  @Test
  void costs() throws Exception {
    Instances data = mixed(150, 6, true);
    CostSensitiveClassifier costs = over(new CostSensitiveClassifier(), FULL_BATCH);
    CostMatrix matrix = new CostMatrix(3);
    matrix.setElement(0, 1, 50.0);
    matrix.setElement(0, 2, 50.0);
    costs.setCostMatrix(matrix);
    costs.buildClassifier(data);
    NeuralNet plain = built(FULL_BATCH, data);
    int low = 0;
    int lowPlain = 0;
    for (Instance row : data) {
      low += costs.classifyInstance(row) == 0 ? 1 : 0;
      lowPlain += plain.classifyInstance(row) == 0 ? 1 : 0;
    }
    assertTrue(low > lowPlain + 10, low + " rows called low at high cost, " + lowPlain + " without");
  }

  @Test
  void classWeightsAreWeightsOfRows() throws Exception {
    Instances data = new Instances(iris(), 0);
    iris().stream().filter(row -> row.value(0) > 5).forEach(data::add);
    Instances weighted = new Instances(data);
    weighted.forEach(row -> row.setWeight(row.classValue() == 1 ? 3 : 1));
    // To a range, because mean and deviation follow the weights of the rows but not those of the classes.
    String options = FULL_BATCH + "-scaling range ";
    assertClose(predictions(built(options, weighted), data),
        predictions(built(options + "-class-weights 1,3,1", data), data), 1e-6, "class weights");
    double[][] balanced = predictions(built(options + "-class-weights balanced", data), data);
    int[] counts = data.attributeStats(4).nominalCounts;
    double share = data.numInstances() / 3.0;
    String numbers = share / counts[0] + "," + share / counts[1] + "," + share / counts[2];
    assertClose(balanced, predictions(built(options + "-class-weights " + numbers, data), data), 1e-6, "balanced");
  }

  @Test
  void otherMetaSchemes() throws Exception {
    Instances data = iris();
    FilteredClassifier filtered = over(new FilteredClassifier(), "");
    filtered.setFilter(new Discretize());
    filtered.buildClassifier(data);
    assertTrue(correct(filtered, data) > 90);
    AttributeSelectedClassifier selected = over(new AttributeSelectedClassifier(), "");
    selected.buildClassifier(data);
    assertTrue(correct(selected, data) > 90);
  }

  @Test
  void parametersCanBeSearched() throws Exception {
    Instances data = iris();
    CVParameterSelection search = over(new CVParameterSelection(), "-epochs 5");
    search.setNumFolds(3);
    search.addCVParameter("rate 0.0001 0.0301 2");
    search.buildClassifier(data);
    assertTrue(String.join(" ", search.getBestClassifierOptions()).contains("-rate 0.03"), search::toString);
    CVParameterSelection decay = over(new CVParameterSelection(), "-epochs 10");
    decay.setNumFolds(3);
    decay.addCVParameter("decay 0 10 2");
    decay.buildClassifier(data);
    assertTrue(String.join(" ", decay.getBestClassifierOptions()).matches(".*-decay 0(\\.0)? .*"), decay::toString);
  }

  @Test
  void iterationsCanBeChosen() throws Exception {
    Instances data = iris();
    IterativeClassifierOptimizer optimizer = new IterativeClassifierOptimizer();
    optimizer.setIterativeClassifier(net("-epochs 40 -schedule constant"));
    optimizer.setNumFolds(3);
    optimizer.buildClassifier(data);
    assertTrue(correct(optimizer, data) > 90);
    String text = optimizer.toString();
    int best = Integer.parseInt(text.replaceAll("(?s).*Best number of iterations found: (\\d+).*", "$1"));
    assertTrue(best > 1 && best <= 40, text);
    assertTrue(text.contains(best + " epochs in"), text);
    NeuralNet same = built("-epochs 40 -schedule constant", data);
    assertTrue(distance(predictions(same, data), predictions(optimizer, data)) > 0 || best == 40);
    assertArrayEquals(predictions(built("-schedule constant -epochs " + best, data), data)[7],
        predictions(optimizer, data)[7]);
  }
}
