package weka.filters.supervised.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.iris;
import static weka.core.neural.Samples.message;
import static weka.core.neural.Samples.net;

import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.filters.Filter;

class NeuralPredictionsTest {
  private static final String SMALL = "-layers \"dense 6 tanh\" -epochs 15 ";

  private static NeuralPredictions filter(String options, Instances data, boolean probabilities) throws Exception {
    NeuralPredictions filter = new NeuralPredictions();
    filter.setNetwork(net(options));
    filter.setProbabilities(probabilities);
    filter.setInputFormat(data);
    return filter;
  }

  @Test
  void predictionsFollowTheAttributes() throws Exception {
    Instances data = iris();
    NeuralPredictions filter = filter(SMALL + "-targets petalwidth", data, true);
    Instances made = Filter.useFilter(data, filter);
    assertEquals(5 + 1 + 3 + 1, made.numAttributes());
    assertEquals(4, made.classIndex());
    assertEquals("predicted class", made.attribute(5).name());
    assertEquals("probability of class = Iris-setosa", made.attribute(6).name());
    assertEquals("predicted petalwidth", made.attribute(9).name());
    NeuralNet net = net(SMALL + "-targets petalwidth");
    net.buildClassifier(data);
    double[][][] expected = net.predictTargets(data);
    for (int r = 0; r < data.size(); r++) {
      Instance row = made.get(r);
      assertEquals(data.get(r).toString(), row.toString().substring(0, data.get(r).toString().length()));
      assertEquals(Utils.maxIndex(expected[r][0]), row.value(5));
      assertEquals(expected[r][0][1], row.value(7), 1e-6);
      assertEquals(expected[r][1][0], row.value(9), 1e-5);
    }
  }

  /** New rows need know neither the class nor the targets. */
  @Test
  void laterRowsMayLackTheirTargets() throws Exception {
    Instances data = iris();
    NeuralPredictions filter = filter(SMALL + "-targets petalwidth", data, false);
    Instances first = Filter.useFilter(data, filter);
    Instances blank = new Instances(data);
    blank.forEach(row -> {
      row.setMissing(3);
      row.setClassMissing();
    });
    Instances later = Filter.useFilter(blank, filter);
    NeuralPredictions stored = (NeuralPredictions) new SerializedObject(filter).getObject();
    Instances afterwards = Filter.useFilter(blank, stored);
    for (int r = 0; r < data.size(); r++) {
      assertTrue(later.get(r).isMissing(3) && later.get(r).classIsMissing());
      for (int i = 5; i < 7; i++) {
        assertEquals(first.get(r).value(i), later.get(r).value(i));
        assertEquals(first.get(r).value(i), afterwards.get(r).value(i));
      }
    }
  }

  @Test
  void textsArePassedOn() throws Exception {
    Instances data = arff("@attribute t string\n@attribute a numeric\n@attribute 'predicted class' {x,y}\n"
        + "@attribute class {no,yes}\n@data\nfirst,1,x,no\nsecond,2,y,yes\nthird,3,x,no\nfourth,4,y,yes");
    Instances made = Filter.useFilter(data, filter(SMALL + "-targets \"'predicted class'\"", data, false));
    assertEquals("third", made.get(2).stringValue(0));
    assertEquals("predicted class'", made.attribute(4).name());
    assertEquals("predicted predicted class", made.attribute(5).name());
    assertFalse(made.get(0).isMissing(5));
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    Instances data = iris();
    data.forEach(row -> {
      for (int i = 0; i < 4; i++) {
        row.setValue(i, 1);
      }
    });
    message(() -> Filter.useFilter(data, filter("", data, false)), "nothing to learn from");
    message(() -> Filter.useFilter(iris(), filter("-targets x", iris(), false)), "no attribute 'x'");
    message(() -> new NeuralPredictions().setNetwork(new weka.classifiers.rules.ZeroR()), "expected a NeuralNet");
  }
}
