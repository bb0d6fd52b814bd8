package weka.core.neural.training;

import ruru.nn.Loss;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.run.Progress;

/**
 * What a training decides before it makes its first network.
 *
 * @param inputs   of the rows with a known class
 * @param settings with "auto" resolved
 */
record Preparation(LearnableInputs inputs, NeuralSettings settings, WantedOutputs outputs, Loss.Task task) {
  /**
   * @param data its class is set
   * @param seed  of what is tried
   * @throws IllegalArgumentException in a sentence, if the settings do not fit the rows
   * @throws InterruptedException     if the thread was interrupted
   */
  static Preparation of(Instances data, NeuralSettings wanted, int seed) throws InterruptedException {
    Instances learnable = LearnableRows.of(data);
    if (learnable.isEmpty()) {
      throw new IllegalArgumentException("no row has a known class, so there is nothing to learn from");
    }
    LearnableInputs inputs = LearnableInputs.of(learnable, wanted, seed, Progress.silent());
    Instances rows = inputs.rows();
    if (inputs.encoder().isEmpty()) {
      throw new IllegalArgumentException("no attribute but the class varies in these rows, so there is no network");
    }
    NeuralSettings settings = TruthTable.settings(wanted, rows);
    Loss.Task task = LearnableRows.task(rows);
    return new Preparation(inputs, settings, WantedOutputs.of(inputs, settings, wanted.layers.isAuto()), task);
  }

  /** The kind of the first network. */
  MemberKind kind() {
    return inputs.isChosen() ? inputs.kind()
        : MemberKind.of(settings, outputs.loss(), task, inputs.encoder(), inputs.rows().numInstances()).get(0);
  }
}
