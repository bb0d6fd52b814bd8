package weka.core.neural.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.ops.DenseOp;

/**
 * A small network as one draws it on a board: columns of neurons, and lines between them. A layer that keeps the number
 * of its inputs, such as an activation, belongs to the column of the layer before it.
 */
public final class NeuronGraph {
  /** Inputs and neurons that can still be told apart. */
  public static final int MOST = 60;

  /**
   * Neurons above each other.
   *
   * @param nodes indices of the network's nodes that they run, in order
   * @param bias  index of the first neuron's bias in the parameters; -1 if there is none
   */
  public record Column(List<Integer> nodes, int units, int bias) {
    /** The node that sums the inputs. */
    public int first() {
      return nodes.get(0);
    }

    /** The node whose output the next column sees. */
    public int last() {
      return nodes.get(nodes.size() - 1);
    }
  }

  /**
   * A line from a neuron to one in a later column.
   *
   * @param parameter index of its weight in the parameters; -1 if the value passes as it is
   */
  public record Connection(int from, int fromUnit, int to, int toUnit, int parameter) {}

  private final Network network;
  private final List<Column> columns = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final int[] columnOf;

  private NeuronGraph(Network network) {
    this.network = network;
    columnOf = new int[network.nodes().size()];
    columns.add(new Column(new ArrayList<>(List.of(0)), network.inputShape().size(), -1));
  }

  /** Null if the network is too large for it, or has layers that are no columns of neurons. */
  public static @Nullable NeuronGraph of(Network network) {
    if (network.inputShape().rank() > 1) {
      return null;
    }
    NeuronGraph graph = new NeuronGraph(network);
    for (int k = 1; k < network.nodes().size(); k++) {
      if (!graph.add(k) || graph.columns.stream().mapToInt(Column::units).sum() > MOST) {
        return null;
      }
    }
    return graph.columns.size() == 1 || graph.columns.get(0).units() > MOST ? null : graph;
  }

  private boolean add(int k) {
    Network.Node node = network.nodes().get(k);
    if (node.shape().rank() > 1) {
      return false;
    }
    int units = node.shape().size();
    int[] sizes = Arrays.stream(node.inputs()).map(i -> network.nodes().get(i).shape().size()).toArray();
    if (node.op() instanceof DenseOp dense) {
      Parameter bias = dense.bias();
      int column = begin(k, units, bias == null ? -1 : bias.offset());
      for (int i = 0; i < dense.inputs(); i++) {
        for (int u = 0; u < units; u++) {
          connections.add(new Connection(columnOf[node.inputs()[0]], i, column, u,
              dense.weight().offset() + i * units + u));
        }
      }
      return true;
    }
    if (!node.borrowed().isEmpty() || node.parameters().stream().anyMatch(p -> p.role() == Parameter.Role.WEIGHT)) {
      return false;
    }
    boolean same = Arrays.stream(sizes).allMatch(s -> s == units);
    Column before = columns.get(columnOf[node.inputs()[0]]);
    if (sizes.length == 1 && same && before.last() == node.inputs()[0]) {
      before.nodes().add(k);
      columnOf[k] = columnOf[node.inputs()[0]];
      return true;
    }
    if (!same && Arrays.stream(sizes).sum() != units) {
      return false;
    }
    int column = begin(k, units, -1);
    int at = 0;
    for (int i = 0; i < sizes.length; i++) {
      for (int u = 0; u < sizes[i]; u++) {
        connections.add(new Connection(columnOf[node.inputs()[i]], u, column, same ? u : at + u, -1));
      }
      at += sizes[i];
    }
    return true;
  }

  private int begin(int node, int units, int bias) {
    columns.add(new Column(new ArrayList<>(List.of(node)), units, bias));
    columnOf[node] = columns.size() - 1;
    return columns.size() - 1;
  }

  public Network network() {
    return network;
  }

  /** The inputs, and the layers in order. */
  public List<Column> columns() {
    return columns;
  }

  public List<Connection> connections() {
    return connections;
  }

  /** The lines that end at a neuron. */
  public List<Connection> into(int column, int unit) {
    return connections.stream().filter(c -> c.to() == column && c.toUnit() == unit).toList();
  }

  /** The lines that begin at a neuron. */
  public List<Connection> outOf(int column, int unit) {
    return connections.stream().filter(c -> c.from() == column && c.fromUnit() == unit).toList();
  }

  /** Index of a neuron's bias in the parameters; -1 if it has none. */
  public int bias(int column, int unit) {
    int first = columns.get(column).bias();
    return first < 0 ? -1 : first + unit;
  }
}
