package weka.core.converters;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link ImageMaskLoader} in a property sheet. */
public class ImageMaskLoaderBeanInfo extends EditedBeanInfo {
  public ImageMaskLoaderBeanInfo() {
    super(ImageMaskLoader.class, LOADERS);
  }
}
