package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NoisyGenerator} in a property sheet. */
public class NoisyGeneratorBeanInfo extends EditedBeanInfo {
  public NoisyGeneratorBeanInfo() {
    super(NoisyGenerator.class, GENERATORS);
  }
}
