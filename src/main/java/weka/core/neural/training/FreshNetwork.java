package weka.core.neural.training;

import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;

/**
 * A network with its initial weights and all that its training needs, to try something with it that is no training.
 *
 * @param settings with "auto" resolved
 * @param rows     as the network sees them
 * @param split    which of them are trained on
 */
public record FreshNetwork(Network network, Loss loss, TrainingSettings settings, Dataset rows, Split split) {
  /**
   * Reads the rows as a training does; of an ensemble the first network.
   *
   * @param data its class is set
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  public static FreshNetwork of(Instances data, NeuralSettings wanted, int seed) throws InterruptedException {
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
    Dataset encoded = LearnableRows.encoded(rows, encoder, classes, settings);
    Network network = MemberKind.of(settings, loss, task, encoder, rows.numInstances()).get(0).network(encoded);
    Recipe recipe = Recipe.of(settings, network, loss, task, rows.numInstances(), seed);
    network.initialise(seed, Cancellation.ofCallingThread());
    return new FreshNetwork(network, loss, recipe.training(), encoded, Split.of(encoded, recipe.validation(), seed));
  }
}
