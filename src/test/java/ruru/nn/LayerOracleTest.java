package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a layer computes in training and in prediction against {@link Oracles}, which share no code with it. */
class LayerOracleTest {
  /** Of the largest element. Convolution by Winograd's tiles of 4x4 rounds most: seen 2.4e-6. */
  private static final double ROUNDING = 5e-6;

  static List<Sample> samples() {
    return Samples.layers();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void outputIsThatOfTheOracle(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, NetworkRig.WEIGHTS.length, Workspace.Mode.INSPECT);
    rig.weigh(NetworkRig.WEIGHTS);
    rig.load(NetworkRig.rows(NetworkRig.WEIGHTS.length, rig.inputSize));
    Oracles.Oracle oracle = Oracles.of(sample.layer());
    assertNotNull(oracle, () -> sample.layer().getSimpleName() + " has no oracle; write one in Oracles");
    for (boolean training : new boolean[] {false, true}) {
      rig.workspace.forward(training);
      for (int k : sample.nodes(rig.network)) {
        double[][] expected = oracle.output(inputsOf(rig, k, training));
        if (expected != null) {
          float[] flat = new float[rig.workspace.output(k).shape().size() * expected.length];
          for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) expected[i / expected[0].length][i % expected[0].length];
          }
          Closeness.assertClose(flat, NetworkRig.all(rig.workspace.output(k)), ROUNDING,
              "node " + k + (training ? " in training" : " in prediction"));
        }
      }
    }
  }

  private static Oracles.Case inputsOf(NetworkRig rig, int k, boolean training) {
    Network.Node node = rig.network.nodes().get(k);
    double[][][] x = new double[node.inputs().length][NetworkRig.WEIGHTS.length][];
    Shape[] shapes = new Shape[x.length];
    for (int i = 0; i < x.length; i++) {
      Tensor input = rig.workspace.output(node.inputs()[i]);
      shapes[i] = input.shape();
      for (int r = 0; r < x[i].length; r++) {
        x[i][r] = toDouble(NetworkRig.row(input, r), 0, input.shape().size());
      }
    }
    Map<String, double[]> parameters = new HashMap<>();
    for (Parameter p : Stream.concat(node.borrowed().stream(), node.parameters().stream()).toList()) {
      parameters.put(p.name().substring(p.name().indexOf('/') + 1),
          toDouble(rig.network.values(), p.offset(), p.end()));
    }
    Layer layer = rig.network.steps().get(node.step()).layer();
    return new Oracles.Case(layer, shapes, x, parameters, NetworkRig.WEIGHTS, training);
  }

  private static double[] toDouble(float[] values, int from, int to) {
    double[] result = new double[to - from];
    for (int i = from; i < to; i++) {
      result[i - from] = values[i];
    }
    return result;
  }
}
