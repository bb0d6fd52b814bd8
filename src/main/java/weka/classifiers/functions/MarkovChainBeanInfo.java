package weka.classifiers.functions;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link MarkovChain} in a property sheet. */
public class MarkovChainBeanInfo extends EditedBeanInfo {
  public MarkovChainBeanInfo() {
    super(MarkovChain.class, CHAINS);
  }
}
