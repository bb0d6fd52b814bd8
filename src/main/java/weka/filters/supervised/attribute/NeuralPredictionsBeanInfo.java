package weka.filters.supervised.attribute;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link NeuralPredictions} in a property sheet. */
public class NeuralPredictionsBeanInfo extends EditedBeanInfo {
  public NeuralPredictionsBeanInfo() {
    super(NeuralPredictions.class, FEATURES);
  }
}
