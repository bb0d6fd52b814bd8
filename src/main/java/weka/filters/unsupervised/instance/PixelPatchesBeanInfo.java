package weka.filters.unsupervised.instance;

import weka.core.neural.EditedBeanInfo;

/** Names the editors of {@link PixelPatches} in a property sheet. */
public class PixelPatchesBeanInfo extends EditedBeanInfo {
  public PixelPatchesBeanInfo() {
    super(PixelPatches.class, SEGMENTS, IMAGES);
  }
}
