package weka.core.neural.training;

import weka.core.Instances;
import weka.core.neural.encoding.RowEncoder;

/**
 * Of what there is too little for the usual choices.
 *
 * @param rows how many there are
 * @param wide whether there are fewer rows than inputs, quantile bins not counted
 * @param rare whether classes have few rows
 */
record Scarcity(int rows, boolean wide, RareClasses rare) {
  /** Of fewer rows, those held out are too few to tell after which iteration a linear network should stop. */
  private static final int FEW = 100;
  /** Losses up to this ratio count as level where held-out rows are few for what they must tell. */
  private static final double LEVEL = 1.1;

  static Scarcity of(Instances data, RowEncoder encoder) {
    return new Scarcity(data.numInstances(), encoder.widthWithoutBins() >= data.numInstances(),
        RareClasses.of(data));
  }

  /** Whether each row is worth too much to be held out for good. */
  boolean sparesRows() {
    return wide || rare.any();
  }

  /**
   * The ratio up to which losses of different iterations of a linear network count as level, so that it is trained for
   * the most of these: decay limits it anyway, and to stop early would be a second, accidental limit.
   */
  double levelOfIterations() {
    return rows < FEW || wide ? LEVEL : levelOfDecays();
  }

  /**
   * The ratio up to which losses of different decays count as level, so that the weakest of these is taken: where a
   * class is rare, it is this class that decay hides. With 1.1, twenty rows of 3,020 are found as often as by a
   * logistic regression without decay.
   */
  double levelOfDecays() {
    return rare.any() ? LEVEL : 1;
  }
}
