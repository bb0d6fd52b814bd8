package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link TwoSpirals} in a property sheet. */
public class TwoSpiralsBeanInfo extends EditedBeanInfo {
  public TwoSpiralsBeanInfo() {
    super(TwoSpirals.class, GENERATORS);
  }
}
