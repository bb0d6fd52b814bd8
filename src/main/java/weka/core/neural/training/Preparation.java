package weka.core.neural.training;

import ruru.nn.Loss;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowEncoders;

/**
 * What a training decides before it makes its first network.
 *
 * @param rows     those with a known class
 * @param settings with "auto" resolved
 */
record Preparation(Instances rows, NeuralSettings settings, RowEncoder encoder, ClassEncoder classes, Loss loss,
    Loss.Task task) {
  /**
   * @param data its class is set
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  static Preparation of(Instances data, NeuralSettings wanted) throws InterruptedException {
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
    return new Preparation(rows, settings, encoder, classes, loss, task);
  }

  /** The kind of the first network. */
  MemberKind kind() {
    return MemberKind.of(settings, loss, task, encoder, rows.numInstances()).get(0);
  }
}
