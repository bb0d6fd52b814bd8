package ruru.nn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a network can take series of differing length. */
public final class RaggedInput {
  private static final String REMEDY = "put 'last', 'globalavgpool' or 'globalmaxpool' before it, or a recurrent layer";

  private RaggedInput() {}

  /** Whether the rows of the input may differ in length. */
  public static boolean isTakenBy(Network network) {
    return problem(network) == null;
  }

  /**
   * Asserts that the rows of the input may differ in length.
   *
   * @throws IllegalArgumentException naming the step that cannot take that and saying what to do
   */
  public static void require(Network network) {
    String problem = problem(network);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static @Nullable String problem(Network network) {
    Shape input = network.inputShape();
    if (input.rank() != 2) {
      return "only series [steps, channels] can differ in length, but the input is " + input;
    }
    List<Network.Node> nodes = network.nodes();
    int[] lengths = new int[nodes.size()];
    for (int length = input.dim(0); length > 0; length--) {
      lengths[0] = length;
      for (int k = 1; k < lengths.length; k++) {
        Network.Node node = nodes.get(k);
        String problem = join(node, lengths);
        lengths[k] = lengths[node.inputs()[0]] == 0 ? 0 : node.op().outputLength(lengths[node.inputs()[0]]);
        if (lengths[k] == Op.REFUSES) {
          problem = "it cannot tell their end from zeros; " + REMEDY;
        } else if (k == lengths.length - 1 && lengths[k] > 0) {
          problem = "its output is a series; end the network with 'last', 'globalavgpool', 'globalmaxpool' or a "
              + "recurrent layer";
        }
        if (problem != null) {
          return network.where(node.step()) + ": takes only series of exactly " + input.dim(0) + (input.dim(0) == 1
              ? " step" : " steps") + ", but there are others: " + problem;
        }
      }
    }
    return null;
  }

  /** What is wrong with the lengths of a node's inputs; null if nothing is. */
  private static @Nullable String join(Network.Node node, int[] lengths) {
    int first = lengths[node.inputs()[0]];
    for (int i : node.inputs()) {
      if (lengths[i] != first) {
        return "where the input has " + lengths[0] + " steps, it would join " + first + " with " + lengths[i]
            + "; give both the same windows, strides and padding";
      }
    }
    return null;
  }
}
