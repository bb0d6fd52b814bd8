package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link RecallProblem} in a property sheet. */
public class RecallProblemBeanInfo extends EditedBeanInfo {
  public RecallProblemBeanInfo() {
    super(RecallProblem.class, GENERATORS);
  }
}
