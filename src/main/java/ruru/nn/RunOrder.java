package ruru.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a network's nodes run. An increasing activation f and the max pooling behind it change places:
 * max f(x) = f(max x), and the gradient reaches the same x, but f then has only the maxima to work on, a quarter of the
 * elements for windows of 2x2.
 */
final class RunOrder {
  private RunOrder() {}

  /** The nodes as they may run; the numbers of all others than those that change places stay. */
  static List<Network.Node> of(List<Network.Node> nodes) {
    List<Network.Node> order = new ArrayList<>(nodes);
    for (int k = 1; k + 1 < order.size(); k++) {
      Network.Node f = order.get(k);
      Network.Node max = order.get(k + 1);
      if (f.op() instanceof ActivationOp op && op.activation().isIncreasing() && max.op().takesMaxima()
          && max.inputs()[0] == k && max.shape().size() < f.shape().size() && isOnlyConsumer(nodes, k)) {
        Op onMaxima = new ActivationOp(op.activation(), max.shape());
        order.set(k, with(max, max.op(), f.inputs()));
        order.set(k + 1, with(f, onMaxima, new int[] {k}));
      }
    }
    return order;
  }

  private static boolean isOnlyConsumer(List<Network.Node> nodes, int source) {
    int uses = 0;
    for (Network.Node n : nodes) {
      for (int i : n.inputs()) {
        uses += i == source ? 1 : 0;
      }
    }
    return uses == 1;
  }

  private static Network.Node with(Network.Node n, Op op, int[] inputs) {
    return new Network.Node(n.name(), n.step(), op, op.outputShape(), inputs, n.parameters(), n.borrowed());
  }
}
