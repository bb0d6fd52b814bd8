package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.iris;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Numbers given as quantile bins besides: when, to which networks of an ensemble, and that they help where they should.
 */
class NeuralNetBinsTest {
  private static final String SMOOTHER = "every second network sees the numbers without their bins";

  /** Rows whose answer depends on four numbers, in steps or smoothly. */
  private static Instances rows(int n, long seed, boolean steps) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d")) {
      attributes.add(new Attribute(name));
    }
    attributes.add(new Attribute("class", List.of("no", "yes")));
    Instances data = new Instances(steps ? "steps" : "smooth", attributes, n);
    data.setClassIndex(4);
    Random random = new Random(seed);
    for (int r = 0; r < n; r++) {
      double[] v = random.doubles(5, -1, 1).toArray();
      double answer = steps ? step(v[0]) + step(v[1]) + step(v[2]) : v[0] * v[1] - v[2] * v[3];
      v[4] = answer > 0 ? 1 : 0;
      data.add(new DenseInstance(1, v));
    }
    return data;
  }

  private static double step(double x) {
    return Math.signum(Math.sin(9 * x));
  }

  private static double right(NeuralNet net, Instances data) throws Exception {
    double right = 0;
    for (Instance row : data) {
      right += net.classifyInstance(row) == row.classValue() ? 1 : 0;
    }
    return right / data.numInstances();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-layers \"dense 4 relu\"", "-optimizer sgd", "-scaling none", "-bins 0"})
  void whoeverChoosesTheNetworkGetsNoBinsUnasked(String options) throws Exception {
    assertFalse(built(options + " -epochs 1", iris()).toString().contains("quantile bins"));
  }

  @Test
  void binsThatAreAskedForAreSeenByAllNetworks() throws Exception {
    String text = built("-bins 3 -epochs 1", iris()).toString();
    assertTrue(text.contains("also as quantile bins, at most 3"), text);
    assertTrue(text.contains("4 attributes become 16 inputs"), text);
    assertFalse(text.contains(SMOOTHER), text);
  }

  @Test
  void leftAloneHalfOfTheNetworksDoNotSeeThem() throws Exception {
    String text = built("-epochs 1", iris()).toString();
    assertTrue(text.contains("also as quantile bins, at most 8"), text);
    assertTrue(text.contains(SMOOTHER), text);
  }

  @Test
  void stepsAreLearntByBins() throws Exception {
    Instances test = rows(1000, 2, true);
    NeuralNet net = built("", rows(400, 1, true));
    double with = right(net, test);
    double without = right(built("-bins 0", rows(400, 1, true)), test);
    assertTrue(with > without + 0.02, with + " with bins, " + without + " without");
  }

  @Test
  void aSmoothAnswerIsLearntWithoutThem() throws Exception {
    NeuralNet net = built("", rows(400, 1, false));
    assertFalse(net.toString().contains("with bins: "), net.toString());
    assertTrue(net.toString().contains("Layers: first 4, dense"), net.toString());
  }

  @Test
  void withRowsHeldOutTheWorseKindIsLeftOut() throws Exception {
    NeuralNet net = built("-validation 20 -epochs 60", rows(600, 1, true));
    assertTrue(net.toString().contains("4 networks from different random weights"), net.toString());
    assertTrue(net.toString().contains("without bins, were discarded"), net.toString());
    String asked = built("-validation 20 -epochs 60 -members 6", rows(600, 1, true)).toString();
    assertTrue(asked.contains("6 networks from different random weights"), asked);
  }

  @Test
  void trainingGoesOnWithTheSameBinsAlone() throws Exception {
    NeuralNet net = built("-bins 3 -epochs 1 -resume", iris());
    net.setBins("4");
    Exception e = assertThrows(IllegalArgumentException.class, () -> net.initializeClassifier(iris()));
    assertEquals("bins: the model was trained with '3' and can be resumed only with it, got '4'", e.getMessage());
  }
}
