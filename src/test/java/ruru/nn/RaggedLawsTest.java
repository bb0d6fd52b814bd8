package ruru.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.layers.Add;
import ruru.nn.layers.BatchNorm;
import ruru.nn.layers.Concat;
import ruru.nn.layers.Conv1d;
import ruru.nn.layers.Dropout;
import ruru.nn.layers.GlobalAvgPool;
import ruru.nn.layers.LayerNorm;
import ruru.nn.layers.Lstm;
import ruru.nn.layers.MaxPool;
import ruru.nn.layers.Noise;
import ruru.nn.layers.Penalty;
import ruru.nn.layers.Relu;
import ruru.nn.layers.Softmax;
import ruru.nn.layers.Tanh;
import ruru.nn.ops.recurrent.Direction;
import ruru.nn.ops.recurrent.States;
import ruru.nn.text.NetworkText;

/** What holds for every layer that takes series of differing length. */
class RaggedLawsTest {
  private static final int ROWS = NetworkRig.WEIGHTS.length;

  /** Those of {@link Samples} on series, and layers that are tried on features there. */
  static List<Sample> samples() {
    List<Sample> all = new ArrayList<>(Samples.layers());
    all.add(Sample.of(Tanh.class, "6x3", new Tanh()));
    all.add(Sample.of(BatchNorm.class, "6x3", new BatchNorm()));
    all.add(Sample.of(BatchNorm.class, "5x2", new Conv1d(3, 3, 1, "same", 1, 1, Initializer.AUTO, false),
        new BatchNorm(), new Relu()));
    all.add(Sample.of(LayerNorm.class, "6x3", new LayerNorm()));
    all.add(Sample.of(Softmax.class, "6x3", new Softmax()));
    all.add(Sample.of(Penalty.class, "6x3", new Tanh(), new Penalty(0.1, 0.1)));
    all.add(Sample.of(Dropout.class, "6x3", new Tanh(), new Dropout(0.3)));
    all.add(Sample.of(Noise.class, "6x3", new Noise(0.3), new Tanh()));
    all.add(Sample.of(Concat.class, "6x3", new NamedLayer(new Tanh(), "a"), new Conv1d(2, 3), new Concat("a")));
    all.add(Sample.of(MaxPool.class, "9x2", new Conv1d(4, 3), new MaxPool(2), new Relu()));
    all.add(Sample.of(MaxPool.class, "11x1", new Conv1d(4, 3), new Tanh(), new MaxPool(3)));
    all.add(Sample.of(Add.class, "9x3", new NamedLayer(new Conv1d(3, 4), "a"), new LayerNorm(), new Add("a"),
        new MaxPool(3), new Conv1d(4, 5), new Lstm(3, Direction.BOTH, States.ALL), new GlobalAvgPool())
        .without(Sample.Law.ROUNDING, "four layers with weights"));
    return all.stream().filter(s -> s.input().rank() == 2 && accepts(s.network())).toList();
  }

  static List<Sample> differentiable() {
    return samples().stream().filter(s -> s.obeys(Sample.Law.GRADIENT)).toList();
  }

  /** Their gradient is the sum of the rows' own. */
  static List<Sample> ofSingleRows() {
    return samples().stream()
        .filter(s -> s.network().nodes().stream().noneMatch(n -> n.op() instanceof BatchOp || n.op().isRandom()))
        .toList();
  }

  private static boolean accepts(Network network) {
    int[] lengths = new int[network.nodes().size()];
    lengths[0] = network.inputShape().dim(0);
    for (int k = 1; k < lengths.length; k++) {
      Network.Node node = network.nodes().get(k);
      int length = lengths[node.inputs()[0]];
      lengths[k] = length == 0 ? 0 : node.op().outputLength(length);
      if (lengths[k] == Op.REFUSES) {
        return false;
      }
      assertEquals(lengths[k] == 0 ? 1 : lengths[k], node.shape().rank() == 2 ? node.shape().dim(0) : 1,
          () -> node.name() + " keeps the length of a full row");
    }
    return true;
  }

  @Test
  void theseLayersTakeThem() {
    Set<String> taking = new TreeSet<>();
    samples().forEach(s -> taking.add(s.layer().getSimpleName()));
    assertEquals(new TreeSet<>(List.of("Add", "Attention", "AvgPool", "BatchNorm", "Concat", "Conv1d", "Dropout",
        "Embedding", "From", "GlobalAvgPool", "GlobalMaxPool", "Gru", "Last", "LayerNorm", "Lstm", "MaxPool", "Noise",
        "Penalty", "Positions", "Rnn", "Softmax", "Tanh")), taking);
  }

  /** From the full length down to 1, with two rows of 1. */
  private static int[] lengths(Sample sample) {
    int most = sample.input().dim(0);
    int less = most > 2 ? most - 1 : most;
    return new int[] {most, less, Math.min(less, 2), 1, 1};
  }

  private static NetworkRig rig(Sample sample) {
    NetworkRig rig = new NetworkRig(sample, ROWS, Workspace.Mode.INSPECT);
    rig.weigh(NetworkRig.WEIGHTS);
    return rig;
  }

  private static float[] gradient(NetworkRig rig) {
    float[] gradient = new float[rig.network.values().length];
    rig.gradient(gradient, true);
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatStandsBehindTheEndOfARowChangesNoBit(Sample sample) {
    NetworkRig zeros = rig(sample);
    NetworkRig poison = rig(sample);
    float[][] rows = NetworkRig.rows(ROWS, zeros.inputSize);
    // Numbers of an earlier batch, larger and longer, are still there.
    poison.load(lengths(sample), Float.NaN, NetworkRig.rows(ROWS, zeros.inputSize));
    float[][] large = NetworkRig.rows(ROWS, zeros.inputSize);
    for (float[] row : large) {
      Arrays.fill(row, 1e30f);
    }
    poison.gradient(large);
    zeros.load(lengths(sample), 0, rows);
    poison.load(lengths(sample), Float.NaN, rows);
    Closeness.assertSameBits(gradient(zeros), gradient(poison), "gradient");
    Closeness.assertSameBits(zeros.outputs(), poison.outputs(), "output");
    float[] byInput = NetworkRig.all(poison.workspace.gradient(0));
    Closeness.assertSameBits(NetworkRig.all(zeros.workspace.gradient(0)), byInput, "gradient by the input");
    zeros.workspace.forward(false);
    poison.workspace.forward(false);
    Closeness.assertSameBits(zeros.outputs(), poison.outputs(), "prediction");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aBatchPredictsWhatItsRowsDoAlone(Sample sample) {
    NetworkRig rig = rig(sample);
    float[][] rows = NetworkRig.rows(ROWS, rig.inputSize);
    int[] lengths = lengths(sample);
    rig.load(lengths, 0, rows);
    rig.workspace.forward(false);
    float[] batch = rig.outputs();
    for (int r = 0; r < ROWS; r++) {
      rig.load(new int[] {lengths[r]}, Float.NaN, rows[r]);
      rig.workspace.forward(false);
      float[] alone = rig.outputs();
      int size = rig.workspace.output().positions() * rig.workspace.output().channels();
      Closeness.assertClose(Arrays.copyOf(alone, size),
          Arrays.copyOfRange(batch, r * rig.outputSize, r * rig.outputSize + size), 1e-6, "row " + r);
    }
  }

  @ParameterizedTest
  @MethodSource("ofSingleRows")
  void theGradientOfABatchIsTheSumOfItsRows(Sample sample) {
    NetworkRig rig = rig(sample);
    float[][] rows = NetworkRig.rows(ROWS, rig.inputSize);
    int[] lengths = lengths(sample);
    rig.load(lengths, 0, rows);
    float[] batch = gradient(rig);
    float[] sum = new float[batch.length];
    for (int r = 0; r < ROWS; r++) {
      rig.load(new int[] {lengths[r]}, Float.NaN, rows[r]);
      rig.weigh(NetworkRig.WEIGHTS[r]);
      rig.gradient(sum, r == 0);
    }
    Closeness.assertClose(sum, batch, 1e-5, "gradient");
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void backwardIsTheDerivativeOfForward(Sample sample) {
    LayerGradientTest.assertDerivative(sample, Double.POSITIVE_INFINITY,
        // Few of the steps reach what is many steps away, so that their part is small beside its rounding.
        3 * (sample.obeys(Sample.Law.ROUNDING) ? LayerGradientTest.TOLERANCE : LayerGradientTest.COARSE_TOLERANCE),
        lengths(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void rowsOfFullLengthAreAnOrdinaryBatch(Sample sample) {
    NetworkRig ragged = rig(sample);
    NetworkRig ordinary = rig(sample);
    float[][] rows = NetworkRig.rows(ROWS, ragged.inputSize);
    int[] full = new int[ROWS];
    Arrays.fill(full, sample.input().dim(0));
    ragged.load(full, 0, rows);
    ordinary.load(rows);
    Closeness.assertClose(gradient(ordinary), gradient(ragged), 1e-6, "gradient");
    Closeness.assertClose(ordinary.outputs(), ragged.outputs(), 1e-6, "output");
  }

  /** What ends after three steps is the same as in a network for series of three. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      lstm 4, output
      gru 4 direction=both output=all, globalmaxpool, output
      rnn 4 direction=backward, output
      attention 1, positions, last, output
      conv1d 4 3, relu, batchnorm, layernorm, globalavgpool, output
      conv1d 4 2 padding=valid, maxpool 2, globalmaxpool, output
      conv1d 4 3 padding=2 dilation=2, avgpool 2, last, output
      conv1d 4 3, maxpool 2, globalavgpool, output
      conv1d 4 3 stride=2, maxpool 3 stride=2 padding=same, last, output
      conv1d 4 4 stride=3 dilation=2, globalavgpool, output
      conv1d 4 2 padding=valid, relu, maxpool 2, globalavgpool, output
      maxpool 2 padding=same stride=1, conv1d 3 groups=3, globalavgpool, output
      """)
  void aShortRowIsWhatItIsInANetworkOfItsLength(String layers) {
    Network longer = new Network(Shape.of(8, 3), 2, NetworkText.parse(layers));
    Network exact = new Network(Shape.of(3, 3), 2, NetworkText.parse(layers));
    longer.initialise(3);
    exact.initialise(3);
    float[][] rows = NetworkRig.rows(2, 24);
    Workspace w = new Workspace(longer, 2, Workspace.Mode.TRAIN, new NaiveBlas());
    Workspace e = new Workspace(exact, 1, Workspace.Mode.TRAIN, new NaiveBlas());
    w.setRows(2);
    w.input().writeRow(0, rows[0], 0);
    w.input().writeRow(1, rows[1], 0);
    w.input().setLengths(new int[] {8, 3}, new int[] {0, 1}, 0, 2);
    e.input().writeRow(0, Arrays.copyOf(rows[1], 9), 0);
    w.forward(false);
    e.forward(false);
    Closeness.assertClose(NetworkRig.row(e.output(), 0), NetworkRig.row(w.output(), 1), 1e-6, layers);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      conv1d 4 3, dense 5, output | step 2 'dense 5': takes only series of exactly 8
      conv1d 4 3, flatten, output | step 2 'flatten': takes only series of exactly 8
      sparse, globalavgpool, output | step 1 'sparse': takes only
      lstm 4 output=all, conv1d 2 1 | others: its output is a series; end the network
      conv1d 4 3 stride=2, upsample 2, last, output | step 2 'upsample 2': takes only
      conv1d 3 3 stride=2 as a, from input, conv1d 3 2 stride=2 padding=valid, add a, last | join 3 with 4
      """)
  void aNetworkThatCannotTakeThemSaysWhere(String layers, String expected) {
    Network network = new Network(Shape.of(8, 3), 2, NetworkText.parse(layers));
    String message = assertThrows(IllegalArgumentException.class, () -> RaggedInput.require(network)).getMessage();
    assertTrue(message.contains(expected), message);
  }

  /** A batch of rows of one step has as few values as rows, however long the network's series may be. */
  @Test
  void fewStepsAreFewValues() {
    float[] outputs = new float[2];
    int at = 0;
    for (int steps : new int[] {1, 100}) {
      Network n = new Network(Shape.of(steps, 1), 1, NetworkText.parse("batchnorm, last"));
      n.initialise(1);
      Workspace w = new Workspace(n, 4, Workspace.Mode.TRAIN, new NaiveBlas());
      w.setRows(4);
      for (int r = 0; r < 4; r++) {
        w.weights()[r] = 1;
        w.input().set(r, 0, 3 + r);
      }
      w.input().setLengths(new int[] {1, 1, 1, 1}, new int[] {0, 1, 2, 3}, 0, 4);
      w.batch(4, 1);
      w.forward(true);
      outputs[at++] = w.output().get(3, 0);
    }
    assertEquals(outputs[0], outputs[1], 1e-6);
  }

  @Test
  void aLengthThatIsNoneIsRefused() {
    Tensor x = new Tensor(Shape.of(4, 2), 3);
    int[] all = {0, 1, 2};
    for (int[] wrong : new int[][] {{5, 2, 1}, {4, 2, 0}, {2, 3, 1}}) {
      x.setRows(3);
      String message = assertThrows(IllegalArgumentException.class, () -> x.setLengths(wrong, all, 0, 3)).getMessage();
      assertTrue(message.contains("expected 1 to"), message);
    }
  }
}
