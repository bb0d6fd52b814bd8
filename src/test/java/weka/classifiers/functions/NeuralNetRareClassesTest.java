package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.classifiers.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** Classes of one row: the other classes do not decide alone for how long the network learns. */
class NeuralNetRareClassesTest {
  private static final int INPUTS = 10;

  /** Rows around a centre for each class, 20 rows for each of the first and as many as said for each of the others. */
  private static Instances rows(int often, int seldom, int ofSeldom, long seed) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    IntStream.range(0, INPUTS).forEach(i -> attributes.add(new Attribute("x" + i)));
    List<String> classes = IntStream.range(0, often + seldom).mapToObj(c -> "c" + c).toList();
    attributes.add(new Attribute("class", classes));
    Instances rows = new Instances("tail", attributes, 0);
    rows.setClassIndex(INPUTS);
    Random centres = new Random(1);
    Random noise = new Random(seed);
    for (int c = 0; c < classes.size(); c++) {
      double[] centre = centres.doubles(INPUTS, -3, 3).toArray();
      for (int r = 0; r < (c < often ? 20 : ofSeldom); r++) {
        double[] row = new double[INPUTS + 1];
        for (int i = 0; i < INPUTS; i++) {
          row[i] = centre[i] + 0.3 * noise.nextGaussian();
        }
        row[INPUTS] = c;
        rows.add(new DenseInstance(1, row));
      }
    }
    return rows;
  }

  @Test
  void aLongTailIsLearnt() throws Exception {
    Instances training = rows(5, 40, 1, 2);
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-effort fast"));
    net.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(net, rows(0, 45, 3, 3));
    assertTrue(evaluation.pctCorrect() > 90, evaluation.pctCorrect() + " % right");
    assertTrue(net.toString().replaceAll("\\s+", " ").contains("the only one of their class (40)"), net::toString);
  }

  @Test
  void whatStandsInIsSaid() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"dense 8 relu\" -epochs 3 -validation 20"));
    net.buildClassifier(rows(5, 3, 1, 2));
    assertTrue(net.toString().contains(" held out to find the best epoch, beside "), net::toString);
    net.buildClassifier(rows(5, 0, 1, 2));
    assertFalse(net.toString().contains("beside"), net::toString);
  }
}
