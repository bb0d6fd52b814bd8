package weka.core.neural.compare;

import weka.core.Instances;
import weka.experiment.SplitEvaluator;

/**
 * Evaluates a fold unless its results are known. The Experimenter could pass over a fold by itself, but would then not
 * shuffle its training rows, and so give those of all later folds another order.
 */
final class KnownFolds implements SplitEvaluator {

  private static final long serialVersionUID = 1L;

  private final SplitEvaluator evaluator;
  private final transient FoldResults folds;

  KnownFolds(SplitEvaluator evaluator, FoldResults folds) {
    this.evaluator = evaluator;
    this.folds = folds;
  }

  @Override
  public Object[] getResult(Instances train, Instances test) throws Exception {
    return folds.isKnown() ? new Object[getResultNames().length] : evaluator.getResult(train, test);
  }

  @Override
  public void setAdditionalMeasures(String[] names) {
    evaluator.setAdditionalMeasures(names);
  }

  @Override
  public String[] getKeyNames() {
    return evaluator.getKeyNames();
  }

  @Override
  public Object[] getKeyTypes() {
    return evaluator.getKeyTypes();
  }

  @Override
  public String[] getResultNames() {
    return evaluator.getResultNames();
  }

  @Override
  public Object[] getResultTypes() {
    return evaluator.getResultTypes();
  }

  @Override
  public Object[] getKey() {
    return evaluator.getKey();
  }

  @Override
  public String getRawResultOutput() {
    return evaluator.getRawResultOutput();
  }
}
