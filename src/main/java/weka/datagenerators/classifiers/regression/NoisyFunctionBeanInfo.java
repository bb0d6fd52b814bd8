package weka.datagenerators.classifiers.regression;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NoisyFunction} in a property sheet. */
public class NoisyFunctionBeanInfo extends EditedBeanInfo {
  public NoisyFunctionBeanInfo() {
    super(NoisyFunction.class, GENERATORS);
  }
}
