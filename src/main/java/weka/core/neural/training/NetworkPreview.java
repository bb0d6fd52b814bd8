package weka.core.neural.training;

import java.util.List;
import ruru.nn.Loss;
import ruru.nn.Network;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;

/**
 * The network that would be trained, before it is: with shapes, and parameters of 0.
 *
 * @param inputs one text for each input: how it is computed from the attributes
 */
public record NetworkPreview(Network network, List<String> inputs) {
  /**
   * Reads the rows as a training does.
   *
   * @param data its class is set
   * @param decimals decimals of numbers in texts
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  public static NetworkPreview of(Instances data, NeuralSettings wanted, int decimals) throws InterruptedException {
    Instances rows = LearnableRows.of(data);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no row has a known class, so there is nothing to learn from");
    }
    RowEncoder encoder = RowEncoders.learn(rows, wanted, Recipe.bins(wanted, rows));
    if (encoder.isEmpty()) {
      throw new IllegalArgumentException("no attribute but the class varies in these rows, so there is no network");
    }
    NeuralSettings settings = TruthTable.settings(wanted, rows);
    Loss.Task task = LearnableRows.task(rows);
    Loss loss = Recipe.loss(settings, task);
    ClassEncoder classes = new ClassEncoder(rows, loss, settings.scaling.value(), wanted.layers.isAuto());
    MemberKind kind = MemberKind.of(settings, loss, task, encoder, rows.numInstances()).get(0);
    return new NetworkPreview(kind.network(encoder.shape(), classes.outputs()), encoder.inputs(decimals));
  }
}
