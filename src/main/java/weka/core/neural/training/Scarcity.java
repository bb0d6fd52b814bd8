package weka.core.neural.training;

import weka.core.Instances;
import weka.core.neural.encoding.RowEncoder;

/**
 * Of what there is too little for the usual choices.
 *
 * @param wide whether there are fewer rows than inputs, quantile bins not counted
 * @param rare whether classes have few rows
 */
record Scarcity(boolean wide, RareClasses rare) {
  static Scarcity of(Instances data, RowEncoder encoder) {
    return new Scarcity(encoder.widthWithoutBins() >= data.numInstances(), RareClasses.of(data));
  }

  /** Whether each row is worth too much to be held out for good. */
  boolean sparesRows() {
    return wide || rare.any();
  }
}
