package weka.datagenerators.classifiers.regression;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link AddingProblem} in a property sheet. */
public class AddingProblemBeanInfo extends EditedBeanInfo {
  public AddingProblemBeanInfo() {
    super(AddingProblem.class, GENERATORS);
  }
}
