package weka.core.neural.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.layers.First;
import ruru.nn.text.NetworkText;
import weka.core.neural.encoding.QuantileBins;
import weka.core.neural.report.Numbers;
import weka.core.neural.report.Table;

/** Reports on a network: its layers as a table, its weights, a drawing. */
public final class NetworkReport {
  private static final int BYTES_OF_FLOAT = 4;

  private NetworkReport() {}

  /**
   * All that is printed of a model.
   *
   * @param intervals null for a nominal class
   * @param updates   the recorded ones; may be empty
   * @param weights   whether to print the weights
   */
  public static String text(FittedNetwork fitted, TrainingReport report, @Nullable PredictionIntervals intervals,
      String updates, boolean weights, int decimals) {
    StringBuilder s = new StringBuilder("NeuralNet\n=========\n\n");
    s.append(fitted.describeData(decimals)).append('\n');
    List<NeuralModel> models = fitted.models();
    s.append("Layers: ").append(NetworkText.print(models.get(0).network().steps())).append('\n');
    s.append(fitted.remarks()).append('\n');
    s.append(layers(models.get(0).network(), report.batch())).append('\n');
    s.append("Training: ").append(report);
    if (intervals != null) {
      s.append('\n').append(intervals.describe());
    }
    if (!updates.isEmpty()) {
      s.append("\nThe first updates\n\n").append(updates);
    }
    for (int m = 0; weights && m < models.size(); m++) {
      s.append(models.size() == 1 ? "\n" : "\nNetwork " + (m + 1) + "\n");
      s.append(weights(models.get(m).network(), fitted.describeInputs(decimals), decimals));
    }
    return s.toString();
  }

  /** One line per layer: output shape, parameters, bytes of its output for a batch. */
  public static String layers(Network network, int batch) {
    Table table = new Table("layer", "output", "parameters", "bytes/batch");
    long parameters = 0;
    long bytes = 0;
    for (Network.Node node : network.nodes()) {
      long size = node.parameters().stream().mapToLong(Parameter::size).sum();
      long activations = (long) node.shape().size() * batch * BYTES_OF_FLOAT;
      table.add(node.name(), node.shape().toString(), count(size), count(activations));
      parameters += size;
      bytes += activations;
    }
    table.add("all", "", count(parameters), count(bytes));
    return table.toString();
  }

  /** The layers of one network, or those of several whose predictions are averaged: "8 x (dense 64 relu, output)". */
  public static String architecture(List<Network> networks) {
    // The networks of an ensemble differ only in the inputs that they see.
    String layers = NetworkText.print(networks.get(0).steps().stream()
        .filter(step -> !(step.layer() instanceof First)).toList());
    return networks.size() == 1 ? layers : networks.size() + " x (" + layers + "), predictions averaged";
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /**
   * Every parameter by name, a line per input: enough, with the scaling of the inputs, to verify a prediction by hand.
   *
   * @param inputs one text per input of the network
   */
  public static String weights(Network network, List<String> inputs, int decimals) {
    StringBuilder s = new StringBuilder("Inputs\n");
    if (inputs.stream().anyMatch(i -> i.startsWith(QuantileBins.BIN))) {
      s.append("  where bin(x, a, b) is (x - a) / (b - a), but at least 0 and at most 1\n");
    }
    for (int i = 0; i < inputs.size(); i++) {
      s.append("  ").append(i + 1).append("  ").append(inputs.get(i)).append('\n');
    }
    for (Parameter p : network.parameters()) {
      s.append('\n').append(p.name()).append(' ').append(p.shape()).append('\n');
      int columns = p.shape().channels();
      for (int row = 0; row < p.size() / columns; row++) {
        int from = p.offset() + row * columns;
        s.append("  ").append(Numbers.text(Arrays.copyOfRange(network.values(), from, from + columns), decimals))
            .append('\n');
      }
    }
    return s.toString();
  }

  /** The layers as a graph in the dot language. */
  public static String dot(Network network) {
    StringBuilder s = new StringBuilder("digraph NeuralNet {\n");
    for (int k = 0; k < network.nodes().size(); k++) {
      Network.Node node = network.nodes().get(k);
      String label = k == 0 ? NamedLayer.INPUT : label(network, node);
      s.append("N").append(k).append(" [label=\"").append(label).append("\\n").append(node.shape())
          .append(k == 0 || k == network.nodes().size() - 1 ? "\" shape=box]\n" : "\"]\n");
    }
    for (int k = 1; k < network.nodes().size(); k++) {
      for (int source : network.nodes().get(k).inputs()) {
        s.append("N").append(source).append("->N").append(k).append('\n');
      }
    }
    return s.append("}\n").toString();
  }

  private static String label(Network network, Network.Node node) {
    return node.name().equals("flatten") ? node.name()
        : NetworkText.print(List.of(new NamedLayer(network.steps().get(node.step()).layer())));
  }
}
