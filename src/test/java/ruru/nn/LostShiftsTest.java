package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.text.NetworkText;

/** Biases that a later layer takes away again are not trained. */
class LostShiftsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "8 | dense 4, batchnorm, relu, dense 3, output | dense1/bias",
      "8 | dense 4, relu, batchnorm, dense 3 linear, batchnorm | dense2/bias",
      "8 | dense 4, dropout, batchnorm, output | ''",
      "8 | dense 4 bias=no, batchnorm, output | ''",
      "8 | dense 4, layernorm, batchnorm, batchnorm | layernorm1/bias batchnorm1/bias",
      "8 | dense 4 as a, batchnorm, relu, dense 4, add a, batchnorm | a/bias dense1/bias",
      "8 | dense 4 as a, batchnorm, relu, dense 4, add a, output | ''",
      "8 | dense 4 as a, batchnorm, relu as b, from a, tanh, add b | ''",
      "8 | dense 4 as a, tanh, dense 4, concat a, batchnorm | dense1/bias",
      "8 | contractive 4, batchnorm | ''",
      "4x4x2 | conv 4 3x3, maxpool 2, batchnorm, relu, conv 3 3x3, output | conv1/bias",
      "4x4x2 | conv 4 3x3, flatten, batchnorm, relu | conv1/bias",
      "4x4x2 | conv 4 3x3, pad 1, batchnorm, relu | ''",
      "4x4x2 | conv 4 3x3, maxpool 2 as p, batchnorm, relu, unpool p | ''",
      "4x4x2 | conv 4 3x3 as c, maxpool 2 as p, batchnorm, unpool p | ''",
      "4x4x2 | deconv 4 3x3, upsample 2, avgpool 2, globalavgpool, batchnorm, tied d | ''"})
  void whichBiases(String input, String text, String untrained) {
    if (text.contains("tied")) {
      text = "dense 32 as d, tanh, dense 16, reshape 4x4x1, " + text.replace(", tied d", "");
      untrained = "deconv1/bias";
    }
    Network network = new Network(Shape.parse(input), 2, NetworkText.parse(text));
    assertEquals(untrained, network.untrained().stream().map(Parameter::name).collect(Collectors.joining(" ")));
  }

  static List<Sample> samples() {
    return Samples.layers();
  }

  /** Inputs of a layer, then the same with a constant for each channel added; what the two outputs are. */
  private static float[][] shifted(Network network, int k) {
    Network.Node node = network.nodes().get(k);
    float[][] outputs = new float[2][];
    for (int run = 0; run < 2; run++) {
      Tensor[] x = new Tensor[node.inputs().length];
      for (int i = 0; i < x.length; i++) {
        x[i] = new Tensor(network.nodes().get(node.inputs()[i]).shape(), 4);
        float[][] rows = NetworkRig.rows(4, x[i].shape().size());
        for (int r = 0; r < 4; r++) {
          for (int j = 0; run == 1 && j < rows[r].length; j++) {
            rows[r][j] += 0.3f + 0.2f * (j % x[i].channels());
          }
          x[i].writeRow(r, rows[r], 0);
        }
      }
      Tensor y = new Tensor(node.shape(), 4);
      Pass pass = new Pass(new NaiveBlas(), 4);
      Arrays.fill(pass.weights(), 1);
      pass.bind(network.values(), null, true);
      Object memory = node.op().memory(4);
      pass.enter(k, memory);
      if (node.op() instanceof BatchOp op) {
        op.measure(pass, x);
        op.merge(new Object[] {memory}, 1);
      }
      node.op().forward(pass, x, y);
      outputs[run] = NetworkRig.all(y);
    }
    return outputs;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void layersDoWithAShiftWhatTheySay(Sample sample) {
    Network network = sample.network();
    for (int k : sample.nodes(network)) {
      Layer layer = sample.steps().get(network.nodes().get(k).step()).layer();
      float[][] y = shifted(network, k);
      if (layer.ignoresShift()) {
        Closeness.assertClose(y[0], y[1], 1e-4, "after a shift of the input");
      } else if (layer.passesShift()) {
        int size = network.nodes().get(k).shape().size();
        int channels = network.nodes().get(k).shape().channels();
        for (int i = 0; i < y[0].length; i++) {
          int first = i / size * size + i % size % channels;
          assertEquals(y[1][first] - y[0][first], y[1][i] - y[0][i], 1e-5, "one shift for a channel");
        }
      }
    }
  }

  @Test
  void onlyBatchNormalisationIgnoresAShift() {
    Set<String> ignoring = new TreeSet<>();
    Samples.layers().stream().flatMap(s -> s.steps().stream()).map(NamedLayer::layer).filter(Layer::ignoresShift)
        .forEach(l -> ignoring.add(l.getClass().getSimpleName()));
    assertEquals(Set.of("BatchNorm"), ignoring);
  }
}
