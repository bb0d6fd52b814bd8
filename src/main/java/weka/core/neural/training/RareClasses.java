package weka.core.neural.training;

import java.util.Arrays;
import weka.core.Instances;

/**
 * Whether classes have so few rows that choices must not be left to held-out rows as usual.
 *
 * @param rarest     rows of the rarest class that has any; very many if the class is a number
 * @param frequent   rows of the most frequent class; 0 if the class is a number
 * @param measurable classes of which some rows can be held out and others learnt
 */
record RareClasses(int rarest, int frequent, int measurable) {
  /** A class of fewer rows is rare if it is also rare beside the most frequent one, by this factor. */
  private static final int FEW = 100;
  private static final int TIMES = 5;
  /** Of fewer rows, those held out have been learnt as well: whoever knows them by heart seems to be best. */
  private static final int MEASURABLE = 3;

  static RareClasses of(Instances data) {
    if (!data.classAttribute().isNominal()) {
      return new RareClasses(Integer.MAX_VALUE, 0, 0);
    }
    int[] counts = data.attributeStats(data.classIndex()).nominalCounts;
    return new RareClasses(Arrays.stream(counts).filter(n -> n > 0).min().orElse(Integer.MAX_VALUE),
        Arrays.stream(counts).max().orElse(0), (int) Arrays.stream(counts).filter(n -> n >= MEASURABLE).count());
  }

  /** Whether there is a rare class. */
  boolean any() {
    return rarest < FEW && (long) TIMES * rarest < frequent;
  }

  /** Whether held-out rows tell nothing of what distinguishes classes, as only one class has enough of them. */
  boolean unmeasured() {
    return rarest < MEASURABLE && measurable <= 1;
  }
}
