package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

  /** A first layer of few channels and the maxima of windows side by side are one op, and nothing else changes. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "28x28x1; conv 8 3x3 relu, maxpool 2, output", "13x11x3; conv 5 5x5 stride=2 relu, maxpool 3x2, output",
      "9x9x1; conv 4 3x3 padding=valid dilation=2 bias=no, maxpool 2 stride=3, output",
      "31x31x2; conv 96 7x7 tanh, maxpool 1x2, output", "20x3; conv1d 6 5, maxpool 4 stride=5, output",
      "7x2x1; conv 4 2x5 dilation=2 relu, maxpool 2, output", "22x2; conv1d 3 3, maxpool 5, output",
      "8x8x1; conv 4 relu, maxpool 2, conv 4 relu, maxpool 2, output"})
  void theFirstLayerKeepsItsMaximaOnly(String input, String text) {
    Network network = network(Shape.parse(input), text);
    assertEquals("Im2colMaxPool", secondOp(network));
    assertRunsAsWritten(network);
  }

  @Test
  void ofEqualMaximaOneGetsTheGradient() {
    Network network = network(Shape.of(6, 6, 1), "conv 3 3x3, maxpool 2x3, output");
    assertEquals("Im2colMaxPool", secondOp(network));
    assertArrayEquals(gradient(network, run(network, Workspace.Mode.INSPECT, 0)),
        gradient(network, run(network, Workspace.Mode.TRAIN, 0)), ROUNDING);
  }

  /** Their op is none that a layer builds, so that it is not among those whose contract is tested. */
  @Test
  void theOneOpAddsToAGradientThatIsNotFresh() {
    Network network = network(Shape.of(6, 6, 1), "conv 3 3x3, maxpool 2x3, output");
    assertEquals("Im2colMaxPool", secondOp(network));
    Workspace w = run(network, Workspace.Mode.TRAIN);
    float[] once = gradient(network, w);
    float[] twice = once.clone();
    w.backward(twice, false);
    for (int i = 0; i < once.length; i++) {
      once[i] *= 2;
    }
    Closeness.assertClose(once, twice, ROUNDING, "gradient");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv 4, maxpool 3 stride=2, output", "conv 4, maxpool 2 padding=1, output",
      "conv 4, maxpool 5, output", "conv 4 as a, maxpool 2, upsample 2, add a, output",
      "conv 2, conv 4, maxpool 2, output"})
  void otherMaximaRunByThemselves(String text) {
    Network network = network(text);
    assertNotEquals("Im2colMaxPool", secondOp(network));
    assertRunsAsWritten(network);
  }

  private static String secondOp(Network network) {
    return RunOrder.of(network.nodes()).get(2).op().getClass().getSimpleName();
  }

  private static void assertRunsAsWritten(Network network) {
    Workspace asWritten = run(network, Workspace.Mode.INSPECT);
    Workspace asRun = run(network, Workspace.Mode.TRAIN);
    Closeness.assertClose(logits(asWritten), logits(asRun), ROUNDING, "logits");
    Closeness.assertClose(logits(asWritten), logits(run(network, Workspace.Mode.PREDICT)), ROUNDING, "prediction");
    Closeness.assertClose(gradient(network, asWritten), gradient(network, asRun), ROUNDING, "gradient");
  }

  private static Network network(String text) {
    return network(Shape.of(8, 8, 2), text);
  }

  private static Network network(Shape input, String text) {
    Network network = new Network(input, 2, NetworkText.parse(text));
    network.initialise(1);
    return network;
  }

  private static String order(Network network) {
    return RunOrder.of(network.nodes()).stream().map(Network.Node::name).collect(Collectors.joining(" "));
  }

  private static Workspace run(Network network, Workspace.Mode mode) {
    return run(network, mode, 1);
  }

  /** @param spread standard deviation of the input */
  private static Workspace run(Network network, Workspace.Mode mode, float spread) {
    Workspace w = new Workspace(network, ROWS + 1, mode, BlasProvider.get());
    w.setRows(ROWS);
    Rng random = new Rng(1, RandomStream.PARAMETERS);
    float[] row = new float[network.inputShape().size()];
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = spread * (float) random.nextGaussian();
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
    Arrays.fill(gradient, 9);
    w.backward(gradient, true);
    return gradient;
  }
}
