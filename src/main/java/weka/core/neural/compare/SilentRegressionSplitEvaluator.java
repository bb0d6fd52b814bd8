package weka.core.neural.compare;

import weka.classifiers.Classifier;
import weka.experiment.RegressionSplitEvaluator;

/** Weka's evaluator without the debugging line that it prints each time a classifier is set. */
final class SilentRegressionSplitEvaluator extends RegressionSplitEvaluator {

  private static final long serialVersionUID = 1L;

  @Override
  public void setClassifier(Classifier classifier) {
    m_Template = classifier;
    updateOptions();
  }
}
