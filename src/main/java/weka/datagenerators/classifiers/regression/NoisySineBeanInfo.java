package weka.datagenerators.classifiers.regression;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NoisySine} in a property sheet. */
public class NoisySineBeanInfo extends EditedBeanInfo {
  public NoisySineBeanInfo() {
    super(NoisySine.class, GENERATORS);
  }
}
