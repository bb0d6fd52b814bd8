package weka.core.neural.training;

import java.util.Arrays;
import weka.core.Instances;

/**
 * Whether classes have so few rows that choices must not be left to held-out rows as usual.
 *
 * @param rarest     rows of the rarest class that has any; very many if the class is a number
 * @param measurable classes of which some rows can be held out and others learnt
 */
record RareClasses(int rarest, int measurable) {
  /** A class of fewer rows is rare. */
  private static final int RARE = 25;
  /** Of fewer rows, those held out have been learnt as well: whoever knows them by heart seems to be best. */
  private static final int MEASURABLE = 3;
  /**
   * Losses of linear kinds up to this ratio count as level where a class is rare: of these the weakest decay is taken,
   * as it is the rare class that decay hides. With 1.1, twenty rows of 3,020 are found as often as by a logistic
   * regression without decay.
   */
  private static final double LEVEL = 1.1;

  static RareClasses of(Instances data) {
    if (!data.classAttribute().isNominal()) {
      return new RareClasses(Integer.MAX_VALUE, 0);
    }
    int[] counts = data.attributeStats(data.classIndex()).nominalCounts;
    return new RareClasses(Arrays.stream(counts).filter(n -> n > 0).min().orElse(Integer.MAX_VALUE),
        (int) Arrays.stream(counts).filter(n -> n >= MEASURABLE).count());
  }

  /** Whether there is a rare class. */
  boolean any() {
    return rarest < RARE;
  }

  /** Whether held-out rows tell nothing of what distinguishes classes, as only one class has enough of them. */
  boolean unmeasured() {
    return rarest < MEASURABLE && measurable <= 1;
  }

  /** The ratio up to which losses of linear kinds count as level. */
  double level() {
    return any() ? LEVEL : 1;
  }
}
