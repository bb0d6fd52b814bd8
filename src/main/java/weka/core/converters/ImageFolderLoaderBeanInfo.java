package weka.core.converters;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link ImageFolderLoader} in a property sheet. */
public class ImageFolderLoaderBeanInfo extends EditedBeanInfo {
  public ImageFolderLoaderBeanInfo() {
    super(ImageFolderLoader.class, LOADERS);
  }
}
