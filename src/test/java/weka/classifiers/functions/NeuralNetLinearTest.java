package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.assertSame;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.circles;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;
import static weka.core.neural.Samples.predictions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.SparseInstance;

/** Left alone, a network is linear where nothing else is better: with few rows, many inputs, or a linear law. */
class NeuralNetLinearTest {
  private static final String LINEAR = "layers: output alone, a linear network";

  private static Instances table(int columns, Attribute answer) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      attributes.add(new Attribute("x" + i));
    }
    attributes.add(answer);
    Instances data = new Instances("table", attributes, 0);
    data.setClassIndex(columns);
    return data;
  }

  /** Counts of 400 words; whether the first is there decides. */
  private static Instances words(int rows, long seed) {
    Instances data = table(400, new Attribute("class", List.of("no", "yes")));
    Random random = new Random(seed);
    for (int r = 0; r < rows; r++) {
      Map<Integer, Double> counts = new TreeMap<>();
      for (int k = 0; k < 15; k++) {
        counts.merge(1 + random.nextInt(399), 1.0, Double::sum);
      }
      if (random.nextInt(10) == 0) {
        counts.put(0, 1.0);
        counts.put(400, 1.0);
      }
      Instance row = new SparseInstance(1, counts.values().stream().mapToDouble(x -> x).toArray(),
          counts.keySet().stream().mapToInt(i -> i).toArray(), 401);
      row.setDataset(data);
      data.add(row);
    }
    return data;
  }

  /** A sum of some of the columns, with a little noise, as a number or as its sign. */
  private static Instances law(int rows, int columns, boolean number, long seed) {
    Instances data = table(columns, number ? new Attribute("y") : new Attribute("class", List.of("no", "yes")));
    Random random = new Random(seed);
    for (int r = 0; r < rows; r++) {
      double[] row = new double[columns + 1];
      double y = 0.3 * random.nextGaussian();
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
        y += i % 3 == 0 ? row[i] : 0;
      }
      row[columns] = number ? y : y > 0 ? 1 : 0;
      data.add(new DenseInstance(1, row));
    }
    return data;
  }

  private static Evaluation evaluated(Classifier scheme, Instances train, Instances test) throws Exception {
    Evaluation evaluation = new Evaluation(train);
    evaluation.evaluateModel(scheme, test);
    return evaluation;
  }

  @Test
  void oneWordDecides() throws Exception {
    Instances train = words(300, 1);
    NeuralNet net = built("", train);
    assertTrue(net.toString().contains(LINEAR), net::toString);
    assertTrue(net.toString().contains("left so, a usual value of others as 2: 399"), net::toString);
    assertTrue(evaluated(net, train, words(500, 2)).pctCorrect() > 98, net::toString);
  }

  @Test
  void twentyRowsOfALinearLaw() throws Exception {
    Instances train = law(20, 4, true, 1);
    NeuralNet net = built("", train);
    assertTrue(net.toString().contains(LINEAR), net::toString);
    double error = evaluated(net, train, law(500, 4, true, 2)).rootRelativeSquaredError();
    assertTrue(error < 40, error + " % of a constant's error");
  }

  @Test
  void whereRowsAreHeldOutALinearNetworkTakesThePlaceOfOthers() throws Exception {
    Instances train = law(1000, 12, false, 1);
    NeuralNet net = built("", train);
    assertTrue(net.toString().contains("networks with hidden layers were discarded"), net::toString);
    assertTrue(net.toString().contains(LINEAR), net::toString);
    assertTrue(net.toString().contains("1000 rows to train on"), net::toString);
    assertEquals(1, net.fitted().models().size());
    assertTrue(evaluated(net, train, law(2000, 12, false, 2)).pctCorrect() > 90, net::toString);
  }

  /** What is recorded is of the first network, which must then be one of those that predict. */
  @ParameterizedTest
  @ValueSource(strings = {"-trace 2", "-diagnose"})
  void aRecordedNetworkIsNotReplaced(String option) throws Exception {
    NeuralNet net = built(option, law(1000, 12, false, 1));
    assertFalse(net.toString().contains("discarded because their loss on held-out rows was higher"), net::toString);
    assertTrue(net.toString().contains("dense 128 relu") || net.toString().contains("dense 64 relu"), net::toString);
  }

  @Test
  void whatIsNotLinearHasHiddenLayers() throws Exception {
    for (String options : List.of("", "-validation 20")) {
      NeuralNet net = built(options, circles());
      assertFalse(net.toString().contains("linear"), net::toString);
      assertTrue(net.toString().contains("dense 64 relu"), net::toString);
    }
  }

  /** A linear network is trained in its own way; what is set for other ways must not be ignored. */
  @ParameterizedTest
  @ValueSource(strings = {"-rate 0.01", "-batch 16", "-members 3", "-clip 1", "-decay 0.01", "-l1 0.001", "-epochs 5",
      "-schedule constant", "-optimizer sgd", "-layers \"dense 8 relu\""})
  void whatWouldBeIgnoredPreventsIt(String option) throws Exception {
    Instances train = law(60, 4, false, 1);
    assertTrue(built("", train).toString().contains(LINEAR));
    String text = built(option, train).toString();
    assertFalse(text.contains("linear"), text);
  }

  @Test
  void sameBitsForAnyThreads() throws Exception {
    for (Instances data : List.of(law(1000, 12, false, 1), words(100, 1))) {
      NeuralNet one = built("-threads 1", data);
      assertTrue(one.toString().contains(LINEAR), one::toString);
      assertSame(predictions(one, data), predictions(built("-threads 3", data), data), data.numInstances() + " rows");
    }
  }

  @Test
  void trainingGoesOn() throws Exception {
    for (Instances data : List.of(law(60, 4, false, 1), law(1000, 12, false, 1))) {
      NeuralNet net = built("-resume", data);
      double epochs = net.getMeasure("measureEpochs");
      double loss = net.getMeasure("measureTrainingLoss");
      net = (NeuralNet) new SerializedObject(net).getObject();
      net.setEpochs("7");
      net.initializeClassifier(data);
      while (net.next()) {
        // all that is planned
      }
      net.done();
      assertTrue(net.getMeasure("measureEpochs") > epochs, net::toString);
      assertTrue(net.getMeasure("measureTrainingLoss") <= loss + 1e-6, net::toString);
      assertTrue(net.toString().contains("lbfgs"), net::toString);
    }
  }

  @Test
  void trainingThatGoesOnInAnotherWayIsRefused() throws Exception {
    Instances data = law(60, 4, false, 1);
    NeuralNet net = net("-resume");
    net.buildClassifier(data);
    net.setRate("0.1");
    message(() -> net.initializeClassifier(data), "optimizer", "lbfgs");
  }
}
