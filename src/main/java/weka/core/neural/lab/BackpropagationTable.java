package weka.core.neural.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ruru.nn.Activation;
import ruru.nn.Network;
import ruru.nn.health.Backpropagation;
import weka.core.neural.lab.NeuronGraph.Column;
import weka.core.neural.lab.NeuronGraph.Connection;

/** The numbers of one row's backpropagation in the order in which one computes them, each with its formula. */
public final class BackpropagationTable {
  /**
   * A line.
   *
   * @param what     a sum, an output or a parameter of a neuron
   * @param gradient of the loss with respect to it: the neuron's delta, if it is a sum
   * @param update   that plain gradient descent makes of a parameter: -rate times gradient; otherwise NaN
   * @param how      formula, with the numbers in it
   */
  public record Line(String what, double value, double gradient, double update, String how) {}

  private static final int MOST_TERMS = 4;
  private static final MathContext DIGITS = new MathContext(4);

  private final NeuronGraph graph;
  private final Backpropagation numbers;
  private final float[] weights;
  private final double rate;
  private final List<Line> lines = new ArrayList<>();

  private BackpropagationTable(NeuronGraph graph, Backpropagation numbers, float[] weights, double rate) {
    this.graph = graph;
    this.numbers = numbers;
    this.weights = weights;
    this.rate = rate;
  }

  /** @param rate NaN if the optimizer has none */
  public static List<Line> of(NeuronGraph graph, Backpropagation numbers, float[] weights, double rate) {
    BackpropagationTable table = new BackpropagationTable(graph, numbers, weights, rate);
    for (int c = 1; c < graph.columns().size(); c++) {
      for (int u = 0; u < graph.columns().get(c).units(); u++) {
        table.neuron(c, u);
      }
    }
    return table.lines;
  }

  private void neuron(int c, int u) {
    Column column = graph.columns().get(c);
    Network network = graph.network();
    List<Connection> into = graph.into(c, u);
    for (int i = 0; i < column.nodes().size(); i++) {
      int k = column.nodes().get(i);
      String name = network.nodes().get(k).name() + "[" + (u + 1) + "]";
      String forward = i == 0 ? sum(c, u, into) : "";
      String separator = forward.isEmpty() ? "" : "; ";
      lines.add(new Line((i == 0 ? "a of " : "y of ") + name, numbers.outputs()[k][u], numbers.deltas()[k][u],
          Double.NaN, forward + separator + delta(column, i, c, u)));
    }
    float delta = numbers.deltas()[column.first()][u];
    String at = network.nodes().get(column.first()).name() + "[" + (u + 1) + "]";
    for (Connection line : into) {
      if (line.parameter() >= 0) {
        parameter("w from " + output(line) + " to " + at, line.parameter(),
            "delta x = " + text(delta) + " * " + text(x(line)));
      }
    }
    int bias = graph.bias(c, u);
    if (bias >= 0) {
      parameter("b of " + at, bias, "delta = " + text(delta));
    }
  }

  private void parameter(String what, int index, String how) {
    double gradient = numbers.gradient()[index];
    lines.add(new Line(what, weights[index], gradient, -rate * gradient, how));
  }

  /** Where a line comes from. */
  private String output(Connection line) {
    return graph.network().nodes().get(graph.columns().get(line.from()).last()).name() + "[" + (line.fromUnit() + 1)
        + "]";
  }

  private float x(Connection line) {
    return numbers.outputs()[graph.columns().get(line.from()).last()][line.fromUnit()];
  }

  private String sum(int c, int u, List<Connection> into) {
    StringBuilder s = new StringBuilder(into.get(0).parameter() < 0 ? "a = sum of x = " : "a = w x + b = ");
    for (int i = 0; i < into.size() && i < MOST_TERMS; i++) {
      Connection line = into.get(i);
      s.append(i == 0 ? "" : " + ").append(line.parameter() < 0 ? "" : text(weights[line.parameter()]) + " * ")
          .append(text(x(line)));
    }
    s.append(into.size() > MOST_TERMS ? " + ..." : "");
    int bias = graph.bias(c, u);
    return s.append(bias < 0 ? "" : " + " + text(weights[bias])).toString();
  }

  /** How the gradient with respect to a node of a column comes about. */
  private String delta(Column column, int i, int c, int u) {
    boolean isLast = i == column.nodes().size() - 1;
    if (isLast && c == graph.columns().size() - 1) {
      return "delta = dL/da, from the loss";
    } else if (isLast) {
      return "dL/dy = sum of w delta = " + back(graph.outOf(c, u));
    }
    int next = column.nodes().get(i + 1);
    float after = numbers.deltas()[next][u];
    if (!(graph.network().steps().get(graph.network().nodes().get(next).step()).layer() instanceof Activation)
        || after == 0) {
      return "delta = dL/da";
    }
    return "delta = f'(a) dL/dy = " + text(numbers.deltas()[column.nodes().get(i)][u] / after) + " * " + text(after);
  }

  private String back(List<Connection> out) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < out.size() && i < MOST_TERMS; i++) {
      Connection line = out.get(i);
      s.append(i == 0 ? "" : " + ").append(line.parameter() < 0 ? "" : text(weights[line.parameter()]) + " * ")
          .append(text(numbers.deltas()[graph.columns().get(line.to()).first()][line.toUnit()]));
    }
    return s.append(out.size() > MOST_TERMS ? " + ..." : "").toString();
  }

  /** Four digits, without zeros at the end. */
  public static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    if (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e6) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    return new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
  }
}
