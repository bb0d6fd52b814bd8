package weka.core.neural.compare;

import weka.classifiers.rules.ZeroR;
import weka.core.Instances;

/** Fails in the second fold of the test's data: that one trains on 15 rows, the first on 16. */
public class FailsOnFewRows extends ZeroR {

  private static final long serialVersionUID = 1L;

  @Override
  public void buildClassifier(Instances data) throws Exception {
    if (data.numInstances() < 16 && data.classAttribute().isNominal()) {
      throw new Exception("too few rows:\n" + data.numInstances());
    }
    super.buildClassifier(data);
  }
}
