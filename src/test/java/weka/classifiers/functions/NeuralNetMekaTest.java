package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.net;

import java.util.List;
import java.util.Random;
import meka.classifiers.multilabel.BR;
import meka.classifiers.multilabel.CC;
import meka.classifiers.multilabel.ProblemTransformationMethod;
import org.junit.jupiter.api.Test;
import weka.core.Instances;
import weka.core.Utils;

/** Data of MEKA, and its methods around NeuralNet. */
class NeuralNetMekaTest {
  private static final String SMALL = "-layers \"dense 6 tanh\" -epochs 40 ";

  private static Instances data() throws Exception {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(
        "@attribute l1 {0,1}\n@attribute l2 {0,1}\n@attribute a numeric\n@attribute b numeric\n@data\n");
    for (int r = 0; r < 100; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      text.append(a > 0 ? 1 : 0).append(',').append(a + b > 0 ? 1 : 0).append(',').append(a).append(',').append(b)
          .append('\n');
    }
    Instances data = arff(text.toString());
    data.setRelationName("sample: -C 2");
    return data;
  }

  private static long right(double[][] second, Instances data, int label) {
    long right = 0;
    for (int r = 0; r < second.length; r++) {
      right += (second[r][label] > 0.5 ? 1 : 0) == (int) data.get(r).value(label) ? 1 : 0;
    }
    return right;
  }

  @Test
  void itsMethodsRunOverNeuralNet() throws Exception {
    Instances data = data();
    // MEKA's class index is the number of labels.
    data.setClassIndex(2);
    for (ProblemTransformationMethod method : List.of(new BR(), new CC())) {
      method.setClassifier(net(SMALL));
      method.buildClassifier(data);
      double[][] shares = new double[data.size()][];
      for (int r = 0; r < shares.length; r++) {
        shares[r] = method.distributionForInstance(data.get(r));
      }
      assertTrue(right(shares, data, 0) > 90 && right(shares, data, 1) > 90, method.getClass().getName());
    }
  }

  @Test
  void itsLabelsAreTargets() throws Exception {
    Instances data = data();
    data.setClassIndex(1);
    NeuralNet net = net(SMALL + "-targets meka");
    net.buildClassifier(data);
    assertEquals(1, net.targets().size());
    assertEquals("l1", net.targets().get(0).name());
    long right = 0;
    double[][][] predicted = net.predictTargets(data);
    for (int r = 0; r < predicted.length; r++) {
      right += Utils.maxIndex(predicted[r][1]) == (int) data.get(r).value(0) ? 1 : 0;
    }
    assertTrue(right > 90, right + " of 100");
  }
}
