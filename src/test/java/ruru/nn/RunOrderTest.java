package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.BlasProvider;
import ruru.nn.text.NetworkText;

/** What runs in another order than it is written gives the same. */
class RunOrderTest {
  private static final int ROWS = 3;
  /** tanh and sigmoid are increasing but for the last bit. */
  private static final float ROUNDING = 2e-6f;

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "conv 4 3x3 relu, maxpool 2, output; input conv1 maxpool1 relu1 flatten output1",
      "conv 4 3x3 tanh, maxpool 3 stride=2 padding=same, output; input conv1 maxpool1 tanh1 flatten output1",
      "conv 4 3x3 sigmoid, globalmaxpool, output; input conv1 globalmaxpool1 sigmoid1 output1",
      "conv 4 leakyrelu, maxpool 2, conv 2 elu, maxpool 2, output; "
          + "input conv1 maxpool1 leakyrelu1 conv2 maxpool2 elu1 flatten output1"})
  void activationsGetTheMaximaOnly(String text, String order) {
    Network network = network(text);
    assertEquals(order, order(network));
    assertRunsAsWritten(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv 4 gelu, maxpool 2, output", "conv 4 relu, avgpool 2, output",
      "conv 4 relu, maxpool 3 stride=1 padding=same, output", "conv 4 relu as a, maxpool 2, upsample 2, add a, output",
      "conv 4 relu, maxpool 2 as m, conv 4, unpool m, output"})
  void othersStayWhereTheyAre(String text) {
    Network network = network(text);
    assertEquals(network.nodes().stream().map(Network.Node::name).collect(Collectors.joining(" ")), order(network));
    assertRunsAsWritten(network);
  }

  private static void assertRunsAsWritten(Network network) {
    Workspace asWritten = run(network, Workspace.Mode.INSPECT);
    Workspace asRun = run(network, Workspace.Mode.TRAIN);
    assertArrayEquals(logits(asWritten), logits(asRun), ROUNDING);
    assertArrayEquals(logits(asWritten), logits(run(network, Workspace.Mode.PREDICT)), ROUNDING);
    assertArrayEquals(gradient(network, asWritten), gradient(network, asRun), ROUNDING);
  }

  private static Network network(String text) {
    Network network = new Network(Shape.of(8, 8, 2), 2, NetworkText.parse(text));
    network.initialise(1);
    return network;
  }

  private static String order(Network network) {
    return RunOrder.of(network.nodes()).stream().map(Network.Node::name).collect(Collectors.joining(" "));
  }

  private static Workspace run(Network network, Workspace.Mode mode) {
    Workspace w = new Workspace(network, ROWS, mode, BlasProvider.get());
    w.setRows(ROWS);
    Rng random = new Rng(1, 1, 0, 0);
    float[] row = new float[network.inputShape().size()];
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
      w.input().writeRow(r, row, 0);
      w.weights()[r] = 1;
    }
    w.forward(true);
    return w;
  }

  private static float[] logits(Workspace w) {
    float[] all = new float[ROWS * 2];
    for (int r = 0; r < ROWS; r++) {
      w.output().readRow(r, all, r * 2);
    }
    return all;
  }

  private static float[] gradient(Network network, Workspace w) {
    w.outputGradient().fill(1);
    float[] gradient = new float[network.values().length];
    w.backward(gradient, true);
    return gradient;
  }
}
