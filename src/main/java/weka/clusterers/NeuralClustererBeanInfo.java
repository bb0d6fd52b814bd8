package weka.clusterers;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NeuralClusterer} in a property sheet. */
public class NeuralClustererBeanInfo extends EditedBeanInfo {
  public NeuralClustererBeanInfo() {
    super(NeuralClusterer.class, CLUSTERS, CODE, IMAGES, NETWORK);
  }
}
