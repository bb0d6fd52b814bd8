package weka.datagenerators.classifiers.classification;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link ImageGenerator} in a property sheet. */
public class ImageGeneratorBeanInfo extends EditedBeanInfo {
  public ImageGeneratorBeanInfo() {
    super(ImageGenerator.class, GENERATORS);
  }
}
