package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link MarkovText} in a property sheet. */
public class MarkovTextBeanInfo extends EditedBeanInfo {
  public MarkovTextBeanInfo() {
    super(MarkovText.class, SEQUENCES, GENERATORS);
  }
}
