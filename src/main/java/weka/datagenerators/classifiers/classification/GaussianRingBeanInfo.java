package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link GaussianRing} in a property sheet. */
public class GaussianRingBeanInfo extends EditedBeanInfo {
  public GaussianRingBeanInfo() {
    super(GaussianRing.class, GENERATORS);
  }
}
