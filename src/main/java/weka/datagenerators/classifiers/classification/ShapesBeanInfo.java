package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link Shapes} in a property sheet. */
public class ShapesBeanInfo extends EditedBeanInfo {
  public ShapesBeanInfo() {
    super(Shapes.class, GENERATORS);
  }
}
