package ruru.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which a network's nodes run. An increasing activation f and the max pooling after it are swapped: max
 * f(x) = f(max x), and the gradient reaches the same x, but f is then applied only to the maxima, a quarter of the
 * elements for windows of 2x2. A first layer and the max pooling after it may then run as one op.
 */
final class RunOrder {
  private RunOrder() {}

  /** The nodes in running order; only those that are swapped change their numbers. */
  static List<Network.Node> of(List<Network.Node> nodes) {
    List<Network.Node> order = new ArrayList<>(nodes);
    int[] consumers = consumers(nodes);
    for (int k = 1; k + 1 < order.size(); k++) {
      Network.Node f = order.get(k);
      Network.Node max = order.get(k + 1);
      if (f.op() instanceof ActivationOp op && op.function().isIncreasing()
          && max.op() instanceof FusesWithMaxPool.MaxPool && max.inputs()[0] == k
          && max.shape().size() < f.shape().size() && consumers[k] == 1) {
        Op onMaxima = new ActivationOp(op.function(), max.shape());
        order.set(k, with(max, max.op(), f.inputs()));
        order.set(k + 1, with(f, onMaxima, new int[] {k}));
      }
    }
    for (int k = 1; k + 1 < order.size(); k++) {
      fuse(consumers, order, k);
    }
    return order;
  }

  /** The second of two nodes does the work of both; the first is kept, doing nothing, so that numbers stay the same. */
  private static void fuse(int[] consumers, List<Network.Node> order, int k) {
    Network.Node first = order.get(k);
    Network.Node max = order.get(k + 1);
    boolean chained = Arrays.equals(max.inputs(), new int[] {k}) && consumers[k] == 1;
    if (chained && Arrays.equals(first.inputs(), new int[] {0}) && first.op() instanceof FusesWithMaxPool op
        && max.op() instanceof FusesWithMaxPool.MaxPool pool) {
      Op both = op.fusedWith(pool);
      if (both != null) {
        Op idle = new Idle();
        order.set(k, new Network.Node(first.name(), first.step(), idle, idle.outputShape(), new int[0], List.of(),
            List.of()));
        order.set(k + 1, new Network.Node(max.name(), max.step(), both, both.outputShape(), first.inputs(),
            first.parameters(), first.borrowed()));
      }
    }
  }

  private record Idle() implements Op {
    @Override
    public Shape outputShape() {
      return Shape.of(1);
    }

    @Override
    public void forward(Pass p, Tensor[] x, Tensor y) {}

    @Override
    public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {}
  }

  /** For each node, how often its output is an input. */
  static int[] consumers(List<Network.Node> nodes) {
    int[] count = new int[nodes.size()];
    for (Network.Node node : nodes) {
      for (int i : node.inputs()) {
        count[i]++;
      }
    }
    return count;
  }

  private static Network.Node with(Network.Node n, Op op, int[] inputs) {
    return new Network.Node(n.name(), n.step(), op, op.outputShape(), inputs, n.parameters(), n.borrowed());
  }
}
