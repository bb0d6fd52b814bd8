package weka.core.converters;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link IdxLoader} in a property sheet. */
public class IdxLoaderBeanInfo extends EditedBeanInfo {
  public IdxLoaderBeanInfo() {
    super(IdxLoader.class, LOADERS);
  }
}
