package weka.core.neural;

/** Names the editors of {@link CommonOptions} in a property sheet. */
public class CommonOptionsBeanInfo extends EditedBeanInfo {
  public CommonOptionsBeanInfo() {
    super(CommonOptions.class, IMAGES, NETWORK);
  }
}
