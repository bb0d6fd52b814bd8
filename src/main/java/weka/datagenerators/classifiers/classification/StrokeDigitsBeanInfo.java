package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link StrokeDigits} in a property sheet. */
public class StrokeDigitsBeanInfo extends EditedBeanInfo {
  public StrokeDigitsBeanInfo() {
    super(StrokeDigits.class, GENERATORS);
  }
}
