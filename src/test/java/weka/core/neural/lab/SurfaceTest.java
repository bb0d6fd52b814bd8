package weka.core.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.neural.Samples;

class SurfaceTest {
  private static NeuralNet trained(Instances data) throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"dense 6 tanh, dense 4 relu\" -epochs 20"));
    net.buildClassifier(data);
    return net;
  }

  @Test
  void pointsAreLinesFromTheTopWithTheOtherAttributesAtTheirMeans() throws Exception {
    Instances iris = Samples.iris();
    Plane plane = Plane.of(iris, 2, 0, 4, new double[] {0, 8}, new double[] {10, 18});
    assertEquals(16, plane.rows().size());
    assertArrayEquals(new double[] {17, iris.meanOrMode(1), 1, iris.meanOrMode(3)},
        Arrays.copyOf(plane.rows().get(0).toDoubleArray(), 4));
    assertEquals(7, plane.rows().get(3).value(2));
    assertEquals(11, plane.rows().get(15).value(0));
    assertThat(plane.rows().get(0).classIsMissing()).isTrue();
  }

  @Test
  void aroundTheDataThereIsATenth() throws Exception {
    Instances data = Samples.arff("@attribute a numeric", "@attribute b numeric", "@attribute c {x,y}", "@data",
        "0,-1e308,x", "10,1e308,y", "?,0,x");
    Plane plane = Plane.around(data, 0, 1, 2);
    assertEquals(-1, plane.left(), 1e-12);
    assertEquals(11, plane.right(), 1e-12);
    assertThat(Double.isFinite(plane.top())).isTrue();
  }

  @Test
  void aPlaneNeedsNumbersThatVary() throws Exception {
    Instances data = Samples.arff("@attribute a numeric", "@attribute b {u,v}", "@attribute d numeric",
        "@attribute c {x,y}", "@data", "0,u,1,x", "1,v,1,y");
    assertThatIllegalArgumentException().isThrownBy(() -> Plane.around(data, 0, 1, 2))
        .withMessageContaining("'b' is not a number");
    assertThatIllegalArgumentException().isThrownBy(() -> Plane.around(data, 0, 2, 2))
        .withMessageContaining("'d' has the same value");
  }

  @Test
  void whatIsPredictedIsWhatTheModelPredicts() throws Exception {
    for (boolean nominal : new boolean[] {true, false}) {
      Instances data = Samples.mixed(120, 1, nominal);
      NeuralNet net = trained(data);
      Plane plane = Plane.around(data, 0, 1, 6);
      Surface surface = new Surface(net.fitted(), plane);
      surface.compute(net.fitted().models().get(0).network().values());
      double[][] expected = net.distributionsForInstances(plane.rows());
      for (int i = 0; i < surface.points(); i++) {
        assertArrayEquals(expected[i], surface.predicted(i), 1e-12);
      }
    }
  }

  @Test
  void otherWeightsLeaveTheModelAsItIs() throws Exception {
    Instances data = Samples.iris();
    NeuralNet net = trained(data);
    double[] before = net.distributionForInstance(data.get(0));
    Surface surface = new Surface(net.fitted(), Plane.around(data, 0, 1, 3));
    surface.compute(new float[net.fitted().models().get(0).network().values().length]);
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, surface.predicted(4), 1e-7);
    assertEquals(0, surface.output(2, 0, 0), "tanh of 0");
    assertArrayEquals(before, net.distributionForInstance(data.get(0)));
  }
}
