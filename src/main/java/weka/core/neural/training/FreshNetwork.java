package weka.core.neural.training;

import java.util.Locale;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.Network;
import ruru.nn.train.Dataset;
import ruru.nn.train.Split;
import ruru.nn.train.TrainingSettings;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Pretrain;

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
    if (wanted.pretrain.value() != Pretrain.NONE) {
      throw new IllegalArgumentException(
          "pretrain: expected 'none' in the lab, where training begins with random weights, "
              + "got '" + wanted.pretrain.value().name().toLowerCase(Locale.ROOT) + "'");
    }
    Preparation made = Preparation.of(data, wanted, seed);
    LearnableInputs inputs = made.inputs();
    Dataset encoded = made.outputs().encoded(inputs, made.settings());
    Network network = made.kind().network(encoded);
    Recipe recipe = made.kind().recipe(Recipe.of(made.settings(), network, made.outputs().loss(), made.task(),
        inputs.rows().numInstances(), Scarcity.of(inputs.rows(), inputs.encoder()), seed));
    network.initialise(seed, Cancellation.ofCallingThread());
    return new FreshNetwork(network, made.outputs().loss(), recipe.training(), encoded,
        Split.of(encoded, recipe.validation(), seed));
  }
}
