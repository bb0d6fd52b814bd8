package weka.core.neural.training;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ruru.nn.Cancellation;
import ruru.nn.Network;
import ruru.nn.layers.Output;
import ruru.nn.losses.Squared;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.encoding.Extremes;
import weka.core.neural.encoding.InputColumns;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.Targets;
import weka.core.neural.forecasting.RelativeRows;
import weka.core.neural.options.Auto;

/**
 * The activations of a layer of a trained network: the network up to that layer; the first network if there are
 * several. Part of the model.
 */
public final class LayerActivations implements Serializable {
  private static final long serialVersionUID = 1;

  private final RowEncoder inputs;
  /** Null if rows are taken as they are, as in filters saved before they could be relative. */
  private final @Nullable RelativeRows relative;
  /** Null if there are no targets beside the class, as in filters saved before there could be. */
  private final @Nullable InputColumns columns;
  private final NeuralModel head;
  private final String layer;

  /**
   * @param layer a step's name, or a layer's from the network's table; "auto" is the last one before the output
   * @throws IllegalArgumentException if there is no such layer
   */
  public LayerActivations(FittedNetwork fitted, String layer) {
    inputs = fitted.inputs();
    relative = fitted.relative();
    columns = fitted.others() == null ? null : fitted.others().inputs();
    NeuralModel model = fitted.models().get(0);
    Network network = model.network();
    this.layer = Auto.isAuto(layer) ? lastHidden(network) : layer.trim();
    head = model.part(network.head(this.layer), new Squared());
  }

  private static String lastHidden(Network network) {
    List<Network.Node> nodes = network.nodes();
    int output = nodes.size() - 1;
    while (output > 0 && (nodes.get(output).step() < 0
        || !(network.steps().get(nodes.get(output).step()).layer() instanceof Output))) {
      output--;
    }
    int last = output - 1;
    while (last > 0 && nodes.get(last).name().equals("flatten")) {
      last--;
    }
    if (last <= 0) {
      throw new IllegalArgumentException("layer auto: expected a network with a hidden layer, but it has none");
    }
    return nodes.get(last).name();
  }

  /** One name for each number. */
  public List<String> names() {
    return IntStream.rangeClosed(1, head.width()).mapToObj(i -> layer + "_" + i).toList();
  }

  /**
   * Checks that it is known which image file a row refers to, if it names one.
   *
   * @param number the row's number, from 0, for the message
   * @throws IllegalArgumentException if it is not
   */
  public void requireClear(Instance row, int number) {
    inputs.requireClear(row, number);
  }

  /**
   * The activations of rows, [rows][names].
   *
   * @throws IllegalArgumentException if a row has values too large to compute them
   * @throws InterruptedException if the calling thread was interrupted
   */
  public float[] of(Instances rows) throws InterruptedException {
    float[] numbers = head.predictOrStop(
        inputs.dataset(columns != null ? columns.of(rows) : relative == null ? rows : relative.of(rows),
            Targets.none(rows.numInstances()),
            Cancellation.ofCallingThread()));
    Extremes.requireFinite(rows, numbers, head.width());
    return numbers;
  }
}
