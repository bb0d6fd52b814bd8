package weka.core.neural.training;

import org.jspecify.annotations.Nullable;
import ruru.data.Augmentation;
import ruru.data.AugmentedDataset;
import ruru.nn.Cancellation;
import ruru.nn.Loss;
import ruru.nn.train.Dataset;
import weka.core.Instances;
import weka.core.neural.NeuralSettings;
import weka.core.neural.Pretrain;
import weka.core.neural.encoding.ClassEncoder;
import weka.core.neural.encoding.OtherTargets;
import weka.core.neural.encoding.RowEncoder;
import weka.core.neural.encoding.RowWeights;
import weka.core.neural.encoding.Targets;
import weka.core.neural.options.ClassWeights;

/** The rows that can be learned from, and their encoding for a network. */
public final class LearnableRows {
  private LearnableRows() {}

  /**
   * The rows that can be learned from: the class is known, the weight is above 0.
   *
   * @throws IllegalArgumentException if a weight is negative, or none is above 0
   */
  public static Instances of(Instances data) {
    return RowWeights.counting(data, row -> !row.classIsMissing());
  }

  /**
   * The rows without a class, of weight above 0, where they are learned from, too (-pretrain).
   *
   * @return null if they are not wanted; empty if there are none
   */
  public static @Nullable Instances unlabelled(Instances data, NeuralSettings settings) {
    if (settings.pretrain.value() == Pretrain.NONE) {
      return null;
    }
    Instances rows = new Instances(data, 0);
    data.stream().filter(row -> row.classIsMissing() && row.weight() > 0).forEach(rows::add);
    return rows;
  }

  /**
   * Prepares such rows for a model without a network: the same settings are rejected as with one, and class weights are
   * applied in place.
   *
   * @throws IllegalArgumentException if the loss or the weights of the classes do not fit the class
   */
  public static void prepareWithoutInputs(Instances rows, NeuralSettings settings) {
    Recipe.loss(settings, task(rows));
    RowWeights.requireSome(settings.classWeights.orElse(ClassWeights.NONE).of(rows));
    settings.classWeights.orElse(ClassWeights.NONE).apply(rows);
    if (rows.classAttribute().isNumeric()) {
      ClassEncoder.requireFinite(rows);
      keepSumsFinite(rows);
    }
  }

  /** Weka's mean divides the sum, which overflows before the mean does. A power of two changes no digits. */
  private static void keepSumsFinite(Instances rows) {
    double sum = rows.stream().mapToDouble(row -> row.weight() * Math.abs(row.classValue())).sum();
    if (Double.isInfinite(sum)) {
      int power = -Math.getExponent(rows.sumOfWeights()) - 1;
      rows.forEach(row -> row.setWeight(Math.scalb(row.weight(), power)));
    }
  }

  static Loss.Task task(Instances rows) {
    return rows.classAttribute().isNominal() ? Loss.Task.CLASSES : Loss.Task.NUMBERS;
  }

  /**
   * The rows as inputs of a network, with class weights and, if set, random augmentation.
   *
   * @param all    the same rows with all attributes
   * @param others what is predicted beside the class; null for nothing
   */
  static Dataset encoded(Instances rows, Instances all, RowEncoder encoder, ClassEncoder classes,
      @Nullable OtherTargets others, NeuralSettings settings) throws InterruptedException {
    float[] weights = settings.classWeights.orElse(ClassWeights.NONE).of(rows);
    RowWeights.requireSome(weights);
    Targets ofClass = classes.targets(rows, weights);
    Dataset encoded =
        encoder.dataset(rows, others == null ? ofClass : others.targets(all, ofClass), Cancellation.ofCallingThread());
    Augmentation changes = settings.images().augment.orNull();
    return changes == null ? encoded : new AugmentedDataset(encoded, changes);
  }
}
