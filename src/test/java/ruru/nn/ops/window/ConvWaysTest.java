package ruru.nn.ops.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ruru.nn.NaiveBlas;
import ruru.nn.Network;
import ruru.nn.Op;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/**
 * The fast ways to compute a convolution against the plain one, at sizes that networks have: outputs and all gradients.
 */
class ConvWaysTest {
  private static final int ROWS = 6;

  /** Output, gradient by the parameters, gradient by the input. */
  private static float[][] run(Network network) {
    Workspace w = new Workspace(network, ROWS, Workspace.Mode.INSPECT, new NaiveBlas());
    fill(w.input(), 1);
    w.forward(true);
    fill(w.outputGradient(), 2);
    float[] gradient = new float[network.values().length];
    w.backward(gradient, true);
    return new float[][] {all(w.output()), gradient, all(w.gradient(0))};
  }

  private static void fill(Tensor t, int seed) {
    float[] row = new float[t.shape().size()];
    for (int r = 0; r < ROWS; r++) {
      Rng rng = new Rng(seed, RandomStream.HELD_OUT, 0, r);
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) rng.nextGaussian();
      }
      t.writeRow(r, row, 0);
    }
  }

  private static float[] all(Tensor t) {
    int size = t.shape().size();
    float[] all = new float[ROWS * size];
    for (int r = 0; r < ROWS; r++) {
      t.readRow(r, all, r * size);
    }
    return all;
  }

  private static Network network(String input, String layer) {
    Network network = new Network(Shape.parse(input), 1, NetworkText.parse(layer));
    network.initialise(7);
    Rng rng = new Rng(3, RandomStream.HELD_OUT, 0, 0);
    for (int i = network.values().length - 3; i < network.values().length; i++) {
      network.values()[i] += (float) rng.nextGaussian();
    }
    return network;
  }

  private static Op op(Network network) {
    return network.nodes().get(1).op();
  }

  private static double relativeError(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double difference = 0;
    double length = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow((double) expected[i] - actual[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / length);
  }

  @ParameterizedTest
  @CsvSource({
      "16x16x32, conv 64, 4, 1e-5",
      "14x14x32, conv 16, 4, 1e-5",
      "13x13x64, conv 32 padding=valid, 4, 1e-5",
      "6x6x32, conv 32, 2, 2e-6",
      "5x6x16, conv 24 bias=no, 2, 2e-6",
      "9x30x8, conv 8 padding=3x2, 4, 1e-5"})
  void winogradAgreesWithTheDefinition(String input, String layer, int tile, double tolerance) {
    Network fast = network(input, layer);
    Network plain = network(input, layer + " winograd=no");
    assertEquals(tile, assertInstanceOf(WinogradConvolution.class, op(fast)).f().outputs);
    assertInstanceOf(DirectConvolution.class, op(plain));
    float[][] expected = run(plain);
    float[][] actual = run(fast);
    for (int i = 0; i < expected.length; i++) {
      double error = relativeError(expected[i], actual[i]);
      assertTrue(error < tolerance, "part " + i + ": relative error " + error);
    }
  }

  /**
   * Sizes at which a row of outputs takes one product, several, or one for each output; and rows so short that some
   * taps of a window see nothing but padding.
   */
  @ParameterizedTest
  @CsvSource({"17x13x3, conv 9 5x5", "12x11x1, conv 16 3x3 stride=2", "9x9x4, conv 40 3x2 dilation=2 padding=2x1",
      "30x31x3, conv 96 11x11 stride=4 padding=valid", "200x2, conv1d 70 7", "50x5, conv1d 8 4 stride=3 bias=no",
      "2x2, conv1d 3 5 dilation=2", "4x1x2, conv 3 2x4", "1x3x1, conv 2 5x4 stride=1x2 dilation=1x3 padding=2x5"})
  void columnsAgreeWithTheDefinition(String input, String layer) {
    Network fast = network(input, layer);
    Im2colConvolution columns = assertInstanceOf(Im2colConvolution.class, op(fast));
    float[][] expected = direct(columns.byTaps(), fast);
    float[][] actual = run(fast);
    for (int i = 0; i < 2; i++) {
      double error = relativeError(expected[i], actual[i]);
      assertTrue(error < 1e-6, "part " + i + ": relative error " + error);
    }
  }

  /** Output and gradient by the parameters from the sums of the definition, in double. */
  private static float[][] direct(DirectConvolution by, Network network) {
    float[] values = network.values();
    Tensor x = new Tensor(network.inputShape(), ROWS);
    Tensor y = new Tensor(by.outputShape(), ROWS);
    Tensor dy = new Tensor(by.outputShape(), ROWS);
    fill(x, 1);
    fill(dy, 2);
    Filters f = by.filters();
    double[] gradient = new double[values.length];
    for (int r = 0; r < ROWS; r++) {
      for (int i = 0; i < y.shape().size(); i++) {
        int filter = i % f.count();
        double d = dy.get(r, i);
        double sum = f.bias() == null ? 0 : values[f.bias().offset() + filter];
        if (f.bias() != null) {
          gradient[f.bias().offset() + filter] += d;
        }
        for (int t = 0; t < by.taps().count(); t++) {
          int s = by.taps().source(i / f.count(), t);
          for (int c = 0; c < f.channels() && s >= 0; c++) {
            int w = f.tap(t) + c * f.count() + filter;
            sum += (double) x.get(r, s * f.channels() + c) * values[w];
            gradient[w] += d * x.get(r, s * f.channels() + c);
          }
        }
        y.set(r, i, (float) sum);
      }
    }
    float[] rounded = new float[gradient.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) gradient[i];
    }
    return new float[][] {all(y), rounded};
  }
}
