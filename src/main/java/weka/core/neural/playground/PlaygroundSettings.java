package weka.core.neural.playground;

import java.util.List;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Output;
import ruru.nn.text.Excerpt;
import ruru.nn.text.NetworkText;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;

/**
 * What the Playground sets of a network.
 *
 * @param layers    the hidden layers in the notation
 * @param optimizer in the notation
 * @param rate      the learning rate
 * @param batch     rows of an update
 * @param penalty   on the weights
 * @param strength  of the penalty
 * @param seed      of the initial weights and of the order of rows
 */
public record PlaygroundSettings(String layers, String optimizer, String rate, int batch, Penalty penalty,
    String strength, int seed) {
  /** Epochs until the end, which nobody waits for. */
  public static final int EPOCHS = 1_000_000;

  /** What is added to the loss, to keep weights small. */
  public enum Penalty {
    NONE, L1, L2
  }

  /**
   * The network, with everything set that would otherwise depend on the data: one network that trains at a constant
   * rate on all its rows until it is stopped. A class of two values has one output.
   *
   * @throws IllegalArgumentException in a sentence, if a setting is wrong
   */
  public NeuralNet network(Attribute target) {
    boolean auto = layers.isBlank() || layers.trim().equalsIgnoreCase("auto");
    List<NamedLayer> steps = auto ? List.of() : NetworkText.parse(layers);
    NeuralNet net = new NeuralNet();
    net.setLayers(layers.isBlank() ? "output" : layers);
    boolean single = target.isNominal() && target.numValues() == 2
        && steps.stream().noneMatch(s -> s.layer() instanceof Output);
    net.setLoss(single ? "binarycrossentropy" : "auto");
    net.setOptimizer(optimizer);
    net.setRate(rate);
    net.setSchedule("constant");
    net.setBatch(Integer.toString(batch));
    net.setDecay(penalty == Penalty.L2 ? strength : "0");
    if (penalty == Penalty.L1) {
      net.setL1(number(strength));
    }
    net.setEpochs(Integer.toString(EPOCHS));
    net.setValidation("0");
    net.setPatience("0");
    net.setMembers("1");
    net.setBins("0");
    net.setIntervals("none");
    net.setSeed(seed);
    return net;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("penalty: expected a number such as 0.01, got '" + Excerpt.of(text) + "'", e);
    }
  }
}
