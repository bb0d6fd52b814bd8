package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link ShapeScenes} in a property sheet. */
public class ShapeScenesBeanInfo extends EditedBeanInfo {
  public ShapeScenesBeanInfo() {
    super(ShapeScenes.class, GENERATORS);
  }
}
