package weka.core.neural.training;

import org.jspecify.annotations.Nullable;
import ruru.nn.ColumnGroups;
import ruru.nn.Loss;
import ruru.nn.losses.Absolute;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Huber;
import ruru.nn.losses.Joint;
import ruru.nn.losses.Percentage;
import ruru.nn.losses.Squared;
import ruru.nn.text.Catalog;
import ruru.nn.text.Excerpt;
import ruru.nn.train.Dataset;
import weka.core.neural.NeuralSettings;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.OtherTargets;

/**
 * What a network is to put out, and the loss that measures it.
 *
 * @param others what is predicted beside the class; null for nothing
 * @param loss   that of the class, or of all targets together
 */
record WantedOutputs(ClassEncoder classes, @Nullable OtherTargets others, Loss loss) {
  /**
   * Learns from rows.
   *
   * @param limited whether predictions of numbers are limited to a little beyond the training rows
   * @throws IllegalArgumentException if the settings do not fit the targets
   */
  static WantedOutputs of(LearnableInputs inputs, NeuralSettings s, boolean limited) {
    Loss.Task task = LearnableRows.task(inputs.rows());
    Loss single = Recipe.loss(s, task);
    ClassEncoder classes = new ClassEncoder(inputs.rows(), single, s.scaling.value(), limited);
    LearnableInputs.Beside beside = inputs.beside();
    if (beside == null) {
      return new WantedOutputs(classes, null, single);
    }
    if (classes.classes() == 1) {
      throw new IllegalArgumentException("targets: the class, '" + Excerpt.of(inputs.rows().classAttribute().name())
          + "', has one value only, so that there is nothing to learn of it; choose another class, or write 'none'");
    }
    requireShareable(single, task);
    boolean nominal = task == Loss.Task.CLASSES;
    OtherTargets others = new OtherTargets(beside.all(), beside.indices(), beside.columns(), classes.outputs(),
        nominal ? single : new CrossEntropy(), nominal ? new Squared() : single, s.scaling.value(), limited);
    return new WantedOutputs(classes, others, joint(single, others, nominal));
  }

  private static void requireShareable(Loss loss, Loss.Task task) {
    boolean fits = task == Loss.Task.CLASSES ? loss instanceof CrossEntropy || loss instanceof Squared
        : loss instanceof Squared || loss instanceof Absolute || loss instanceof Huber || loss instanceof Percentage;
    if (!fits) {
      throw new IllegalArgumentException("loss: with several targets expected "
          + (task == Loss.Task.CLASSES ? "crossentropy or squared for a nominal class"
              : "squared, absolute, huber or percentage for a numeric class")
          + ", got '" + Catalog.nameOf(loss) + "'");
    }
  }

  /** The loss of all targets, each of which has its own: that of the class, or the usual one of the other kind. */
  static Joint joint(Loss single, OtherTargets others, boolean nominal) {
    Joint.Nominal classes = nominal && single instanceof Squared ? Joint.Nominal.SQUARED : Joint.Nominal.CROSSENTROPY;
    Joint.Numeric numbers = single instanceof Absolute ? Joint.Numeric.ABSOLUTE
        : single instanceof Huber ? Joint.Numeric.HUBER
        : single instanceof Percentage ? Joint.Numeric.PERCENTAGE : Joint.Numeric.SQUARED;
    double bound = single instanceof Huber h ? h.delta() : single instanceof Percentage p ? p.floor() : 1;
    return new Joint(ColumnGroups.parse(others.columns(nominal)), classes, numbers, bound);
  }

  /** The rows as inputs and targets of a network, with class weights and, if set, random augmentation. */
  Dataset encoded(LearnableInputs inputs, NeuralSettings s) throws InterruptedException {
    LearnableInputs.Beside beside = inputs.beside();
    return LearnableRows.encoded(inputs.rows(), beside == null ? inputs.rows() : beside.all(), inputs.encoder(),
        classes, others, s);
  }

  /** Outputs that the network needs. */
  int outputs() {
    return others == null ? classes.outputs() : others.outputs();
  }

  /** The classes, if the network predicts nothing else; otherwise 0. */
  int classesAlone() {
    return others == null ? classes.classes() : 0;
  }
}
