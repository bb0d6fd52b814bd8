package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link LogicGates} in a property sheet. */
public class LogicGatesBeanInfo extends EditedBeanInfo {
  public LogicGatesBeanInfo() {
    super(LogicGates.class, GENERATORS);
  }
}
