package weka.core.neural.curves;

import java.util.List;
import weka.classifiers.Classifier;

/** What changes along a curve. */
public sealed interface Variation permits TrainingSizes, OptionValues {
  /** What the axis shows, as in "training rows". */
  String axis();

  /**
   * The points, in the order of the axis.
   *
   * @param template     the classifier with its other settings; not changed
   * @param trainingRows of the smallest fold
   * @throws IllegalArgumentException if one of them is not possible; says which, and why
   */
  List<Setting> settings(Classifier template, int trainingRows);
}
