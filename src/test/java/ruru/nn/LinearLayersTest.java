package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Layer#isLinear} and {@link Layer#hasWeights} say what the op does. */
class LinearLayersTest {
  /** How far the output for the middle of two inputs is from the middle of the outputs, at most, in prediction. */
  private static double bend(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, 3, Workspace.Mode.INSPECT);
    rig.load(NetworkRig.rows(3, rig.inputSize));
    rig.workspace.forward(false);
    double most = 0;
    for (int k : sample.nodes(rig.network)) {
      Network.Node node = rig.network.nodes().get(k);
      Tensor[] x = new Tensor[node.inputs().length];
      for (int i = 0; i < x.length; i++) {
        x[i] = new Tensor(rig.network.nodes().get(node.inputs()[i]).shape(), 3);
        float[][] rows = NetworkRig.rows(3, x[i].shape().size());
        for (int j = 0; j < rows[2].length; j++) {
          rows[2][j] = (rows[0][j] + rows[1][j]) / 2;
        }
        for (int r = 0; r < 3; r++) {
          x[i].writeRow(r, rows[r], 0);
        }
      }
      Tensor y = new Tensor(node.shape(), 3);
      Pass pass = new Pass(new NaiveBlas(), 3);
      Arrays.fill(pass.weights(), 1);
      pass.bind(rig.network.values(), null, false);
      pass.enter(k, node.op().memory(3));
      node.op().forward(pass, x, y);
      for (int j = 0; j < y.shape().size(); j++) {
        most = Math.max(most, Math.abs((y.get(0, j) + y.get(1, j)) / 2 - y.get(2, j)));
      }
    }
    return most;
  }

  private static boolean isLinear(Sample s) {
    return s.steps().stream().map(NamedLayer::layer).filter(l -> l.getClass() == s.layer()).allMatch(Layer::isLinear);
  }

  static List<Sample> linear() {
    return Samples.layers().stream().filter(LinearLayersTest::isLinear).toList();
  }

  @ParameterizedTest
  @MethodSource("linear")
  void aLinearLayerKeepsTheMiddle(Sample sample) {
    assertEquals(0, bend(sample), 1e-5);
  }

  /**
   * With one piece a maxout is a dense layer, so that a layer may be either. Unpool compares the outputs of layers
   * before it, which are here no outputs of theirs. A hard sigmoid bends beyond -3 and 3.
   */
  @Test
  void theOthersDoNot() {
    Set<Class<?>> bent = new HashSet<>();
    Set<String> straight = new TreeSet<>();
    Samples.layers().stream().filter(s -> !isLinear(s) && bend(s) > 1e-2).forEach(s -> bent.add(s.layer()));
    Samples.layers().stream().filter(s -> !isLinear(s) && !bent.contains(s.layer()))
        .forEach(s -> straight.add(s.layer().getSimpleName()));
    assertEquals(Set.of("HardSigmoid", "Unpool"), straight, "layers that are not said to be linear and are");
  }

  @Test
  void whatHasWeightsSaysSo() {
    for (Sample s : Samples.layers()) {
      Network network = s.network();
      for (int k : s.nodes(network)) {
        Network.Node node = network.nodes().get(k);
        boolean weights = !node.borrowed().isEmpty()
            || node.parameters().stream().anyMatch(p -> p.role() == Parameter.Role.WEIGHT);
        assertEquals(weights, s.steps().get(node.step()).layer().hasWeights(), s.toString());
      }
    }
  }
}
