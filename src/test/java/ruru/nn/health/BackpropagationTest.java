package ruru.nn.health;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.losses.BinaryCrossEntropy;
import ruru.nn.losses.Squared;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;

class BackpropagationTest {
  private static final float H = 5e-3f;

  private static ArrayDataset row(float target, float... x) {
    return new ArrayDataset(Shape.of(x.length), Shape.of(1), x, new float[] {target}, null, null);
  }

  private static Backpropagation of(Network network, float[] weights, Loss loss, ArrayDataset data) {
    return Backpropagation.of(network, weights, loss, data, 0, BlasProvider.get());
  }

  /** Two inputs, two neurons, one output, all with the logistic function s; the loss is -ln of the right class. */
  @Test
  void everyNumberIsTheOneComputedByHand() {
    Network network = new Network(Shape.of(2), 1, NetworkText.parse("dense 2 sigmoid, output"));
    // Rows of the matrix are inputs: w[0][0], w[0][1], w[1][0], w[1][1]; biases; output's weights and bias.
    float[] weights = {1, 0.5f, -1, 0.5f, 0, 0.5f, 1, -1, 0.5f};
    double a1 = 1 * 1 + 0 * -1 + 0;
    double a2 = 1 * 0.5 + 0 * 0.5 + 0.5;
    double y1 = s(a1);
    double y2 = s(a2);
    double a = 1 * y1 - 1 * y2 + 0.5;
    double delta = s(a) - 1;
    double delta1 = delta * 1 * y1 * (1 - y1);
    double delta2 = delta * -1 * y2 * (1 - y2);
    Backpropagation found = of(network, weights, new BinaryCrossEntropy(), row(1, 1, 0));
    assertEquals(-Math.log(s(a)), found.loss(), 1e-6);
    assertArrayEquals(new float[] {(float) a1, (float) a2}, found.outputs()[1], 1e-6f);
    assertArrayEquals(new float[] {(float) y1, (float) y2}, found.outputs()[2], 1e-6f);
    assertArrayEquals(new float[] {(float) a}, found.outputs()[3], 1e-6f);
    assertArrayEquals(new float[] {(float) delta}, found.deltas()[3], 1e-6f);
    assertArrayEquals(new float[] {(float) delta, (float) -delta}, found.deltas()[2], 1e-6f);
    assertArrayEquals(new float[] {(float) delta1, (float) delta2}, found.deltas()[1], 1e-6f);
    assertArrayEquals(new float[] {(float) delta1, (float) delta2, 0, 0, (float) delta1, (float) delta2,
        (float) (delta * y1), (float) (delta * y2), (float) delta}, found.gradient(), 1e-6f);
  }

  private static double s(double a) {
    return 1 / (1 + Math.exp(-a));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 4 tanh, dense 3 sigmoid, output", "dense 4 softplus as a, dense 4 tanh, add a, output",
      "dense 3 tanh as a, dense 2 sigmoid, concat a, output", "dense 4, layernorm, tanh, output"})
  void gradientsAndDeltasAreThoseOfFiniteDifferences(String layers) {
    Network network = new Network(Shape.of(3), 1, NetworkText.parse(layers));
    network.initialise(1);
    float[] weights = network.values().clone();
    Rng rng = new Rng(1, RandomStream.HELD_OUT, 0, 0);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += 0.3f * (float) rng.nextGaussian();
    }
    ArrayDataset data = row(0.7f, 0.5f, -1, 0.25f);
    Loss loss = new Squared();
    Backpropagation found = of(network, weights, loss, data);
    for (int i = 0; i < weights.length; i++) {
      float kept = weights[i];
      weights[i] = kept + H;
      double above = of(network, weights, loss, data).loss();
      weights[i] = kept - H;
      double below = of(network, weights, loss, data).loss();
      weights[i] = kept;
      assertEquals((above - below) / (2 * H), found.gradient()[i], 2e-3, "parameter " + i);
    }
    for (int k = 0; k < network.nodes().size(); k++) {
      for (int u = 0; u < found.outputs()[k].length; u++) {
        double slope = (shifted(network, weights, k, u, H) - shifted(network, weights, k, u, -H)) / (2 * H);
        assertEquals(slope, found.deltas()[k][u], 2e-3, network.nodes().get(k).name() + ", unit " + u);
      }
    }
  }

  /** The loss of the row if one output of one node is another. */
  private static double shifted(Network network, float[] weights, int node, int unit, float by) {
    Network copy = new Network(network.inputShape(), network.outputs(), network.steps());
    System.arraycopy(weights, 0, copy.values(), 0, weights.length);
    Workspace workspace = new Workspace(copy, 1, Workspace.Mode.INSPECT, BlasProvider.get());
    Tensor target = new Tensor(Shape.of(1), 1);
    row(0.7f, 0.5f, -1, 0.25f).read(new int[] {0}, 0, 1, workspace.input(), target);
    workspace.weights()[0] = 1;
    if (node == 0) {
      workspace.input().matrix()[unit] += by;
      workspace.forward(true);
    } else {
      workspace.forward(true);
      workspace.output(node).matrix()[unit] += by;
      // The nodes after it again, one by one, each as a network of its own.
      rerun(copy, workspace, node);
    }
    return new Squared().value(workspace.output(), target, workspace.weights());
  }

  private static void rerun(Network network, Workspace workspace, int after) {
    for (int k = after + 1; k < network.nodes().size(); k++) {
      Network.Node node = network.nodes().get(k);
      float[] x = workspace.output(node.inputs()[0]).matrix();
      String kind = node.name().replaceAll("\\d+$", "");
      switch (kind) {
        case "add" -> add(workspace.output(node.inputs()[1]).matrix(), x, workspace.output(k).matrix());
        case "concat" -> {
          float[] y = workspace.output(k).matrix();
          System.arraycopy(x, 0, y, 0, x.length);
          float[] second = workspace.output(node.inputs()[1]).matrix();
          System.arraycopy(second, 0, y, x.length, second.length);
        }
        default -> alone(network, node, x, workspace.output(k).matrix());
      }
    }
  }

  private static void add(float[] a, float[] b, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
  }

  private static void alone(Network network, Network.Node node, float[] x, float[] y) {
    Network single = new Network(Shape.of(x.length), 1,
        List.of(new NamedLayer(network.steps().get(node.step()).layer())));
    if (!node.parameters().isEmpty()) {
      System.arraycopy(network.values(), node.parameters().get(0).offset(), single.values(), 0, single.values().length);
    }
    Workspace one = new Workspace(single, 1, Workspace.Mode.INSPECT, BlasProvider.get());
    System.arraycopy(x, 0, one.input().matrix(), 0, x.length);
    one.forward(true);
    System.arraycopy(one.output().matrix(), 0, y, 0, y.length);
  }

  @Test
  void theNetworkInTrainingIsLeftAsItIs() {
    Network network = new Network(Shape.of(2), 1, NetworkText.parse("dense 2 tanh, output"));
    network.initialise(1);
    float[] before = network.values().clone();
    of(network, new float[before.length], new Squared(), row(1, 1, 0));
    assertArrayEquals(before, network.values());
  }

  @Test
  void aLayerThatNeedsABatchIsNamed() {
    Network network = new Network(Shape.of(2), 1, NetworkText.parse("dense 2, batchnorm, tanh, output"));
    assertThatThrownBy(() -> of(network, network.values(), new Squared(), row(1, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("batchnorm1 takes means");
    assertEquals(0, Stream.of("dense 2, tanh, output").map(t -> new Network(Shape.of(2), 1, NetworkText.parse(t)))
        .filter(n -> Backpropagation.obstacle(n) != null).count());
  }
}
