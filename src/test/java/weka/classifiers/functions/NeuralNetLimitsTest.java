package weka.classifiers.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static weka.core.neural.Samples.arff;
import static weka.core.neural.Samples.built;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;

/** Predictions of numbers far away from the training rows. */
class NeuralNetLimitsTest {
  /** y = 2 x, x from 0 to 49. */
  private static Instances line() throws Exception {
    return arff("@attribute x numeric", "@attribute y numeric", "@data",
        String.join("\n", IntStream.range(0, 50).mapToObj(i -> i + "," + 2 * i).toList()));
  }

  private static double at(NeuralNet net, double x, Instances header) throws Exception {
    Instance row = new DenseInstance(1, new double[] {x, Double.NaN});
    row.setDataset(header);
    return net.classifyInstance(row);
  }

  @Test
  void leftAloneTheyEndATenthBeyondTheTrainingRows() throws Exception {
    Instances data = line();
    NeuralNet net = built("", data);
    assertEquals(98 * 1.1, at(net, 1000, data), 1e-9);
    assertEquals(98 * -0.1, at(net, -1000, data), 1e-9);
    assertEquals(98 * 1.1, at((NeuralNet) new SerializedObject(net).getObject(), 1000, data), 1e-9);
    assertEquals(50, at(net, 25, data), 3);
    assertTrue(net.toString().contains("predictions end at -9.80000 and 107.800"), net.toString());
  }

  /** Who writes the layers wants to see what they do. */
  @Test
  void layersThatWereAskedForAreNotLimited() throws Exception {
    Instances data = line();
    assertTrue(at(built("-layers \"dense 8 relu\"", data), 1000, data) > 500);
    NeuralNet linear = built("-layers \"\" -optimizer lbfgs", data);
    assertEquals(2000, at(linear, 1000, data), 0.1);
    assertFalse(linear.toString().contains("predictions end"));
  }
}
