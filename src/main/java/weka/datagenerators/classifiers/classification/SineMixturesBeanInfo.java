package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link SineMixtures} in a property sheet. */
public class SineMixturesBeanInfo extends EditedBeanInfo {
  public SineMixturesBeanInfo() {
    super(SineMixtures.class, SEQUENCES, GENERATORS);
  }
}
