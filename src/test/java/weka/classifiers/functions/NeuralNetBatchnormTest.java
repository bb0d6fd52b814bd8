package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.built;
import static weka.core.neural.Samples.circles;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weka.core.Instance;
import weka.core.Instances;

/** Batch normalisation with any number of rows, of any weights, in any batches. */
class NeuralNetBatchnormTest {
  private static final String NORMALISED = "-layers \"dense 16, batchnorm, relu, dense 16, batchnorm, relu\" "
      + "-validation 0 ";

  private static Instances some(int rows) throws IOException {
    Instances all = circles();
    all.randomize(new Random(3));
    return new Instances(all, 0, rows);
  }

  private static double accuracy(NeuralNet net, Instances data) throws Exception {
    int right = 0;
    for (Instance row : data) {
      right += net.classifyInstance(row) == row.classValue() ? 1 : 0;
    }
    return 100.0 * right / data.numInstances();
  }

  @ParameterizedTest
  @CsvSource({"33, auto", "65, auto", "97, auto", "200, 199", "80, 1", "80, 2", "81, 4", "81, all", "80, 79"})
  void noChoiceOfRowsAndBatchRuinsTheNetwork(int rows, String batch) throws Exception {
    NeuralNet net = built(NORMALISED + "-epochs 80 -batch " + batch, some(rows));
    assertTrue(accuracy(net, circles()) >= 85, accuracy(net, circles()) + " % right");
  }

  @Test
  void rowsWithoutWeightAreAbsent() throws Exception {
    Instances rows = some(100);
    for (int r = 0; r < 100; r++) {
      rows.instance(r).setWeight(r % 3 == 0 ? 0.01 : 0);
    }
    NeuralNet net = built(NORMALISED + "-epochs 80", rows);
    assertTrue(accuracy(net, circles()) >= 85, accuracy(net, circles()) + " % right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-optimizer lbfgs", "-batch 1", "-optimizer sgd -rate 0.1"})
  void oneRowIsLearntByHeart(String options) throws Exception {
    Instances rows = some(1);
    NeuralNet net = built(NORMALISED + options, rows);
    assertEquals(100, accuracy(net, rows));
  }

  @Test
  void shardsChangeTheLastDigitsOnly() throws Exception {
    double[][] one = built(NORMALISED + "-batch 64 -epochs 20 -shards 1", circles())
        .distributionsForInstances(circles());
    for (String shards : new String[] {"2", "5 -threads 2"}) {
      double[][] cut = built(NORMALISED + "-batch 64 -epochs 20 -shards " + shards, circles())
          .distributionsForInstances(circles());
      for (int r = 0; r < one.length; r++) {
        assertEquals(one[r][0], cut[r][0], 1e-5);
      }
    }
  }
}
