package ruru.nn;

import java.util.List;

/** Whether a network can take series of differing length. */
public final class RaggedInput {
  private static final String REMEDY = "put 'last', 'globalavgpool' or 'globalmaxpool' before it, or a recurrent layer";

  private RaggedInput() {}

  /**
   * Asserts that the rows of the input may differ in length.
   *
   * @throws IllegalArgumentException naming the step that cannot take that and saying what to do
   */
  public static void require(Network network) {
    Shape input = network.inputShape();
    if (input.rank() != 2) {
      throw new IllegalArgumentException("only series [steps, channels] can differ in length, but the input is "
          + input);
    }
    List<Network.Node> nodes = network.nodes();
    int[] lengths = new int[nodes.size()];
    for (int length = input.dim(0); length > 0; length--) {
      lengths[0] = length;
      for (int k = 1; k < lengths.length; k++) {
        lengths[k] = length(network, nodes.get(k), lengths);
      }
      if (lengths[lengths.length - 1] > 0) {
        throw error(network, nodes.get(lengths.length - 1), "its output is a series; end the network with 'last', "
            + "'globalavgpool', 'globalmaxpool' or a recurrent layer");
      }
    }
  }

  private static IllegalArgumentException error(Network network, Network.Node node, String what) {
    return new IllegalArgumentException(network.where(node.step()) + ": the series differ in length, and " + what);
  }

  /** The steps of a node's output; 0 if it is no series. */
  private static int length(Network network, Network.Node node, int[] lengths) {
    int first = lengths[node.inputs()[0]];
    for (int i : node.inputs()) {
      if (lengths[i] != first) {
        throw error(network, node, "where the input has " + lengths[0] + " steps, it would join " + first + " with "
            + lengths[i] + "; give both the same windows, strides and padding");
      }
    }
    int length = first == 0 ? 0 : node.op().outputLength(first);
    if (length == Op.REFUSES) {
      throw error(network, node, "it cannot tell their end from zeros; " + REMEDY);
    }
    return length;
  }
}
