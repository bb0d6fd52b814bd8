package ruru.nn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.NaiveBlas;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.Shape;
import ruru.nn.Workspace;
import ruru.nn.text.NetworkText;

class EmbeddingOpTest {
  private static final float[] NUMBERS = {0, 1, 2, 2.4f, -0.4f, 3, 2.6f, -1, Float.NaN, 1e30f, -1e30f,
      Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
  /** The word that each of these is; -1 for none. */
  private static final int[] WORDS = {0, 1, 2, 2, 0, -1, -1, -1, -1, -1, -1, -1, -1};

  private static Network network(String layers) {
    Network network = new Network(Shape.of(NUMBERS.length, 1), 2, NetworkText.parse(layers));
    network.initialise(1);
    return network;
  }

  /** Three words of two numbers; what stands behind the table belongs to another layer. */
  @Test
  void aNumberThatIsNoWordIsZeros() {
    Network network = network("embedding 2 words=3, conv1d 2 1");
    Workspace w = new Workspace(network, 1, Workspace.Mode.INSPECT, new NaiveBlas());
    w.setRows(1);
    Arrays.fill(w.weights(), 1);
    w.input().writeRow(0, NUMBERS, 0);
    w.forward(true);
    float[] table = network.values();
    for (int t = 0; t < WORDS.length; t++) {
      float[] expected = WORDS[t] < 0 ? new float[2] : Arrays.copyOfRange(table, 2 * WORDS[t], 2 * WORDS[t] + 2);
      assertArrayEquals(expected, Arrays.copyOf(w.output(1).plane(t), 2), "step " + t);
    }
    w.outputGradient().fill(1);
    float[] gradient = new float[table.length];
    w.backward(gradient, true);
    float one = gradient[2];
    assertTrue(one != 0);
    assertArrayEquals(new float[] {2 * one, one, 2 * one}, new float[] {gradient[0], gradient[2], gradient[4]}, 1e-6f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "16777217", "99999999999", "x", "1.5", "\u0661\u0662"})
  void anotherNumberOfWordsIsRefused(String words) {
    String message = assertThrows(IllegalArgumentException.class,
        () -> NetworkText.parse("embedding 4 words=" + words)).getMessage();
    assertTrue(message.contains("words must be auto or a whole number from 1 to 16777216"), message);
  }

  @Test
  void theNumberOfWordsComesFromTheData() {
    String message = assertThrows(IllegalArgumentException.class, () -> network("embedding 4, last")).getMessage();
    assertTrue(message.contains("the number of words is not known here"), message);
  }

  /** An initial rule counts one word for each vector. */
  @Test
  void vectorsAreSmallAtFirst() {
    assertEquals(0.05, deviation("embedding 16 words=1000, last"), 0.002);
    assertEquals(1, deviation("embedding 16 init=lecunnormal words=1000, last"), 0.03);
  }

  private static double deviation(String layers) {
    Network network = network(layers);
    Parameter table = network.parameters().get(0);
    return Math.sqrt(IntStream.range(table.offset(), table.end())
        .mapToDouble(i -> network.values()[i] * (double) network.values()[i]).average().orElse(0));
  }
}
