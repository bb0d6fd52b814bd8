package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.classifiers.Evaluation;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;

/** A training whose loss explodes starts again in time, and what nothing came of is said. */
class NeuralNetDivergenceTest {
  private static Instances data(String name) throws Exception {
    Instances data = DataSource.read("datasets/" + name + ".arff");
    data.setClassIndex(data.numAttributes() - 1);
    return data;
  }

  private static NeuralNet built(String options, Instances data) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions(options));
    net.buildClassifier(data);
    return net;
  }

  /** A loss of 1e19, which is finite, once counted as the best there was, and every restart began there. */
  @ParameterizedTest
  @ValueSource(strings = {"-validation 0", "-validation 20"})
  void weightsThatExplodedAtOnceAreNotStartedFromAgain(String options) throws Exception {
    Instances data = data("noisy-sine");
    NeuralNet net =
        built("-layers \"dense 32 tanh\" -optimizer sgd -rate 10 -epochs 30 " + options, data);
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel(net, data);
    assertTrue(evaluation.relativeAbsoluteError() < 60, evaluation.relativeAbsoluteError() + " %");
    String text = net.toString();
    assertTrue(text.contains("exploded"), text);
    assertFalse(text.contains("Warning"), text);
  }

  @Test
  void aNumberThatIsPredictedWorseThanByTheMeanIsSaid() throws Exception {
    String text = built("-layers output -optimizer sgd -rate 1e-9 -epochs 1", data("uci/concrete"))
        .toString();
    assertTrue(text.contains("Warning: on the rows that it was trained on, the network is worse than predicting"),
        text);
  }

  @Test
  void classesThatArePredictedWorseThanByTheMostFrequentAreSaid() throws Exception {
    String text = built("-layers output -optimizer sgd -rate 1e-9 -epochs 1 -S 3", data("uci/glass")).toString();
    assertTrue(text.contains("Warning: on the rows that it was trained on, the network is worse than always"), text);
  }

  @Test
  void whatIsLearntIsNotWarnedOf() throws Exception {
    for (String name : new String[] {"uci/glass", "uci/balance-scale", "uci/auto-mpg", "circles", "noisy-sine"}) {
      String text = built("-effort fast -epochs 40 -members 1", data(name)).toString();
      assertFalse(text.contains("Warning"), name + "\n" + text);
    }
  }

  @Test
  void aBatchMayBeAsLargeAsAnyNumber() throws Exception {
    Instances data = data("circles");
    double[] whole = built("-layers \"dense 2\" -epochs 2 -batch all", data).distributionForInstance(data.get(0));
    assertArrayEquals(whole, built("-layers \"dense 2\" -epochs 2 -batch " + Integer.MAX_VALUE, data)
        .distributionForInstance(data.get(0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1.7e308})
  void numbersNearTheLargestOfAllHaveFinitePredictionsAndIntervals(double value) throws Exception {
    Instances data = data("noisy-sine");
    for (int i = 0; i < data.size(); i += 2) {
      data.get(i).setClassValue(i % 4 == 0 ? value : -value);
    }
    NeuralNet net = built("-layers \"dense 4 tanh\" -epochs 5", data);
    for (int i = 0; i < 10; i++) {
      double[] interval = net.predictIntervals(data.get(i), 0.95)[0];
      double prediction = net.classifyInstance(data.get(i));
      assertTrue(interval[0] <= prediction && prediction <= interval[1] && interval[1] - prediction > 0.1 * value,
          interval[0] + " " + prediction + " " + interval[1]);
      assertTrue(Double.isFinite(interval[0]) && Double.isFinite(interval[1]), interval[0] + " to " + interval[1]);
      assertFalse(Double.isNaN(net.logDensity(data.get(i), data.get(i).classValue())));
    }
  }
}
