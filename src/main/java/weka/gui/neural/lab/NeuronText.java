package weka.gui.neural.lab;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.Network;
import ruru.nn.health.Backpropagation;
import ruru.nn.text.Excerpt;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronGraph.Column;
import weka.core.neural.lab.NeuronGraph.Connection;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/** What a neuron or a weight of a drawing is, and its numbers, as a sentence. */
final class NeuronText {
  private static final int LONGEST = 60;
  /** "(age - 40) / 12". */
  private static final Pattern SCALED = Pattern.compile("\\((.+) [-+] [^()]*\\) / .*");

  private final NeuronGraph graph;
  private final List<String> inputs;
  private final List<String> outputs;

  /**
   * @param inputs  one text for each input; empty if they are not known
   * @param outputs one text for each output; empty if they are not known
   */
  NeuronText(NeuronGraph graph, List<String> inputs, List<String> outputs) {
    this.graph = graph;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** The name of an input or of an output; empty for other neurons. */
  String end(int column, int unit) {
    boolean last = column == graph.columns().size() - 1;
    List<String> names = column == 0 ? inputs : last ? outputs : List.of();
    return unit < names.size() ? names.get(unit) : column == 0 ? "input " + (unit + 1) : "";
  }

  /** As {@link #end}; of a scaled number the attribute alone. */
  String shortEnd(int column, int unit) {
    String end = end(column, unit);
    Matcher scaled = SCALED.matcher(end);
    return column == 0 && scaled.matches() ? scaled.group(1) : end;
  }

  /** A neuron's name: "dense1, neuron 2". */
  String name(int column, int unit) {
    String end = end(column, unit);
    if (column == 0) {
      return "input " + (unit + 1) + (end.isEmpty() ? "" : ", " + Excerpt.of(end, LONGEST));
    }
    Column c = graph.columns().get(column);
    String layer = graph.network().nodes().get(c.first()).name();
    return layer + ", neuron " + (unit + 1) + (end.isEmpty() ? "" : ", " + Excerpt.of(end, LONGEST));
  }

  /** What something is, with its numbers. */
  String describe(Spot spot, float @Nullable [] weights, @Nullable Backpropagation numbers) {
    StringBuilder s = new StringBuilder();
    Connection line = spot.line();
    if (line != null) {
      s.append(line.parameter() < 0 ? "Line" : "Weight").append(" from ").append(name(line.from(), line.fromUnit()))
          .append(" to ").append(name(line.to(), line.toUnit()));
      if (line.parameter() < 0) {
        return s.append(": the value passes as it is").toString();
      }
      parameter(s, "weight", line.parameter(), weights, numbers);
      return s.toString();
    }
    Column column = graph.columns().get(spot.column());
    s.append("Neuron: ").append(name(spot.column(), spot.unit()));
    int bias = graph.bias(spot.column(), spot.unit());
    if (bias >= 0) {
      parameter(s, "bias", bias, weights, numbers);
    }
    if (numbers != null) {
      for (int k : column.nodes()) {
        s.append("; ").append(k == 0 ? "value" : graph.network().nodes().get(k).name()).append(' ')
            .append(text(numbers.outputs()[k][spot.unit()])).append(", gradient of the loss ")
            .append(text(numbers.deltas()[k][spot.unit()]));
      }
    }
    return s.append(descriptions(column)).toString();
  }

  private static void parameter(StringBuilder s, String what, int index, float @Nullable [] weights,
      @Nullable Backpropagation numbers) {
    if (weights != null) {
      s.append("; ").append(what).append(' ').append(text(weights[index]));
    }
    if (numbers != null) {
      s.append(", its gradient ").append(text(numbers.gradient()[index]));
    }
  }

  private String descriptions(Column column) {
    StringBuilder s = new StringBuilder();
    Network network = graph.network();
    for (int k : column.nodes()) {
      Description about = k == 0 ? null
          : network.steps().get(network.nodes().get(k).step()).layer().getClass().getAnnotation(Description.class);
      s.append(about == null ? "" : "; " + about.value());
    }
    return s.toString();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
