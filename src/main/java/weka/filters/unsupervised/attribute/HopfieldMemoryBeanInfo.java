package weka.filters.unsupervised.attribute;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link HopfieldMemory} in a property sheet. */
public class HopfieldMemoryBeanInfo extends EditedBeanInfo {
  public HopfieldMemoryBeanInfo() {
    super(HopfieldMemory.class, BOLTZMANN);
  }
}
