package weka.filters.supervised.attribute;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NeuralFeatures} in a property sheet. */
public class NeuralFeaturesBeanInfo extends EditedBeanInfo {
  public NeuralFeaturesBeanInfo() {
    super(NeuralFeatures.class, FEATURES);
  }
}
