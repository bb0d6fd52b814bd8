package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link Circles} in a property sheet. */
public class CirclesBeanInfo extends EditedBeanInfo {
  public CirclesBeanInfo() {
    super(Circles.class, GENERATORS);
  }
}
