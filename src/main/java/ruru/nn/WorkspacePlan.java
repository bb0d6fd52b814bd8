package ruru.nn;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which tensors a {@link Workspace} needs, before any of them is made. */
final class WorkspacePlan {
  /** An array's header and the reference to it. */
  private static final long BYTES_OF_PLANE = 24;

  private final Network network;
  private final boolean backward;
  private final boolean inspects;
  private final List<Network.Node> nodes;
  private final boolean[] inPlace;
  private final boolean[] needsGradient;

  /**
   * @param backward whether it runs backward too
   * @param inspects whether every output is kept and the gradient with respect to the input wanted
   */
  WorkspacePlan(Network network, boolean backward, boolean inspects) {
    this.network = network;
    this.backward = backward;
    this.inspects = inspects;
    // Who looks at outputs wants them in the order of the text.
    nodes = inspects ? network.nodes() : RunOrder.of(network.nodes());
    inPlace = new boolean[nodes.size()];
    needsGradient = new boolean[nodes.size()];
    int[] consumers = RunOrder.consumers(nodes);
    for (int k = 1; k < nodes.size(); k++) {
      inPlace[k] = inPlace(nodes.get(k), consumers);
    }
    if (backward) {
      planBackward();
    }
  }

  private boolean inPlace(Network.Node node, int[] consumers) {
    if (inspects || !node.op().inPlace() || node.inputs()[0] == 0) {
      return false;
    }
    int source = node.inputs()[0];
    boolean isReadAgain = nodes.get(source).op().reads().output() || node.op().reads().input();
    return consumers[source] == 1 && !(backward && isReadAgain);
  }

  private void planBackward() {
    needsGradient[0] = inspects;
    for (int k = 1; k < nodes.size(); k++) {
      needsGradient[k] = parametersOf(k).findAny().isPresent();
      for (int i : nodes.get(k).inputs()) {
        needsGradient[k] |= needsGradient[i];
      }
    }
  }

  /** The input and the ops, in the order in which they run. */
  List<Network.Node> nodes() {
    return nodes;
  }

  Stream<Parameter> parametersOf(int node) {
    return Stream.concat(nodes.get(node).parameters().stream(), nodes.get(node).borrowed().stream());
  }

  /**
   * Whether a node writes its output over its input. It may if nobody else reads that: not the rest of the net, nor the
   * backward of who made it, nor its own.
   */
  boolean inPlace(int node) {
    return inPlace[node];
  }

  /** Whether the input may be sparse rows: whoever reads it can read these, and nobody else looks at it. */
  boolean readsSparse() {
    List<Network.Node> readers = nodes.stream().skip(1).filter(n -> IntStream.of(n.inputs()).anyMatch(i -> i == 0))
        .toList();
    return !inspects && network.inputShape().rank() == 1 && !readers.isEmpty()
        && readers.stream().allMatch(n -> n.op().readsSparse());
  }

  /**
   * Whether anything is learnt from the gradient with respect to a node's output; false for all if there is no way
   * backward.
   */
  boolean[] needsGradient() {
    return needsGradient;
  }

  /**
   * Memory for the outputs and their gradients of so many rows; what ops keep for themselves is not in it, nor the
   * plane of an input that may be sparse rows.
   */
  long bytes(int rows) {
    long bytes = readsSparse() ? 0 : bytes(network.inputShape(), rows);
    for (int k = 1; k < nodes.size(); k++) {
      long one = inPlace[k] ? 0 : bytes(nodes.get(k).shape(), rows);
      bytes += needsGradient[k] ? 2 * one : one;
    }
    return bytes;
  }

  private static long bytes(Shape shape, int rows) {
    return (long) Float.BYTES * shape.size() * rows + BYTES_OF_PLANE * shape.positions();
  }
}
