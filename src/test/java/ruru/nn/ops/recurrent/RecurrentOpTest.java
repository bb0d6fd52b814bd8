package ruru.nn.ops.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.NotEnoughMemoryException;
import ruru.nn.Parameter;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

/** What the suites of all layers do not see of recurrent ones: their memory, their initial weights, their errors. */
class RecurrentOpTest {
  private static Network network(String input, String layers) {
    Network network = new Network(Shape.parse(input), 3, NetworkText.parse(layers));
    network.initialise(5);
    return network;
  }

  private static float[] outputs(Workspace w, int rows, int seed) {
    w.setRows(rows);
    int size = w.input().shape().size();
    float[] y = new float[rows * w.output().shape().size()];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < size; i++) {
        w.input().set(r, i, 2 * Rng.uniform(seed, r * size + i) - 1);
      }
    }
    w.forward(false);
    for (int r = 0; r < rows; r++) {
      w.output().readRow(r, y, r * w.output().shape().size());
    }
    return y;
  }

  /** A prediction keeps one step only, and starts again from zeros whatever came before. */
  @ParameterizedTest
  @ValueSource(strings = {"rnn", "lstm", "gru"})
  void aPredictionIsTheSameWithoutMemoryForBackward(String kind) {
    Network network = network("7x3", kind + " 4 direction=both output=all, " + kind + " 5, output");
    Workspace keeps = new Workspace(network, 6, Workspace.Mode.TRAIN, BlasProvider.get());
    Workspace predicts = new Workspace(network, 6, Workspace.Mode.PREDICT, BlasProvider.get());
    for (int rows : new int[] {6, 2, 5}) {
      float[] expected = outputs(keeps, rows, rows);
      float[] got = outputs(predicts, rows, rows);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], got[i], kind + ", output " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn", "lstm", "gru"})
  void aPredictionTakesLittleMemory(String kind) {
    Network network = network("500x2", kind + " 32, output");
    // The input alone has 500 x 2 x 64 floats.
    long predicting = bytes(network, Workspace.Mode.PREDICT);
    assertTrue(predicting < 1_000_000, kind + ": " + predicting);
    long training = bytes(network, Workspace.Mode.TRAIN);
    assertTrue(training > 8_000_000, kind + ": " + training);
  }

  private static long bytes(Network network, Workspace.Mode mode) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Blas blas = BlasProvider.get();
    long before = threads.getCurrentThreadAllocatedBytes();
    Workspace workspace = new Workspace(network, 64, mode, blas);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    return workspace.output().capacity() == 64 ? bytes : -1;
  }

  @Test
  void aSeriesThatDoesNotFitIsRefusedWithItsSize() {
    Network network = network("3000000x1", "lstm 100, output");
    String text = assertThrows(NotEnoughMemoryException.class,
        () -> new Workspace(network, 8, Workspace.Mode.TRAIN, BlasProvider.get())).getMessage();
    assertTrue(text.contains("a recurrent layer of 100 units over 3000000 steps for 8 rows at once"), text);
    assertTrue(
        text.contains(
            "more numbers than an array of Java holds, 2^31. Use a smaller batch, fewer units or fewer steps"),
        text);
  }

  private static double meanSquare(Network network, String name) {
    Parameter p = network.parameters().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
    double sum = 0;
    for (int i = p.offset(); i < p.end(); i++) {
      sum += (double) network.values()[i] * network.values()[i];
    }
    return sum / p.size();
  }

  /** Gate by gate: 16 inputs and 64 units for glorotuniform, orthonormal rows of 64 units. */
  @Test
  void theWeightsSuitTheGatesWhateverFollows() {
    for (String layers : new String[] {"lstm 64", "lstm 64, relu", "gru 64, selu", "rnn 64 init=auto recurrent=auto"}) {
      Network network = network("5x16", layers);
      String kind = layers.substring(0, layers.indexOf(' ')) + "1";
      assertEquals(2.0 / (16 + 64), meanSquare(network, kind + "/inputweight"), 0.002, layers);
      assertEquals(1.0 / 64, meanSquare(network, kind + "/stateweight"), 1e-6, layers);
    }
    assertEquals(2.0 / 16, meanSquare(network("5x16", "rnn 64 relu"), "rnn1/inputweight"), 0.01, "he");
    assertEquals(1.0 / 64, meanSquare(network("5x16", "lstm 64 init=orthogonal"), "lstm1/inputweight"), 1e-6);
    assertEquals(0.25, meanSquare(network("5x16", "lstm 64"), "lstm1/bias"), "1 for the forget gate, one of four");
    assertEquals(1 / 3.0, meanSquare(network("5x16", "gru 64"), "gru1/bias"), 1e-6, "1 for the update gate of three");
    assertEquals(0, meanSquare(network("5x16", "gru 64"), "gru1/statebias"));
  }

  @Test
  void whatIsNoSeriesIsToldHowToBecomeOne() {
    String text = assertThrows(IllegalArgumentException.class, () -> network("10x3", "lstm 4, lstm 4")).getMessage();
    assertTrue(text.contains("add output=all to a recurrent layer before it"), text);
    text = assertThrows(IllegalArgumentException.class, () -> network("30", "last")).getMessage();
    assertTrue(text.contains("'reshape 30x1'"), text);
    text = assertThrows(IllegalArgumentException.class, () -> network("6x5x2", "gru 4")).getMessage();
    assertTrue(text.contains("'reshape 30x2'"), text);
    text = assertThrows(IllegalArgumentException.class,
        () -> network("1x3", "lstm 12 output=all as a, dense 3, tied a, output")).getMessage();
    assertTrue(text.contains("no earlier step named 'a' that has a weight"), text);
  }
}
