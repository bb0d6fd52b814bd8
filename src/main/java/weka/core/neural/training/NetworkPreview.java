package weka.core.neural.training;

import java.util.List;
import ruru.nn.Network;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;

/**
 * The network that would be trained, before it is: with shapes, and parameters of 0.
 *
 * @param inputs one text for each input: how it is computed from the attributes
 * @param others one text for each output beside those of the class
 */
public record NetworkPreview(Network network, List<String> inputs, List<String> others) {
  /**
   * Reads the rows as a training does.
   *
   * @param data its class is set
   * @param decimals decimals of numbers in texts
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  public static NetworkPreview of(Instances data, NeuralSettings wanted, int decimals) throws InterruptedException {
    Preparation made = Preparation.of(data, wanted, 1);
    return new NetworkPreview(made.kind().network(made.inputs().encoder().shape(), made.outputs().outputs()),
        made.inputs().encoder().inputs(decimals), made.outputs().others() == null ? List.of()
            : made.outputs().others().outputNames());
  }
}
