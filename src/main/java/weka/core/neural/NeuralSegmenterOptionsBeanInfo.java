package weka.core.neural;

/** Names the editors of {@link NeuralSegmenterOptions} in a property sheet. */
public class NeuralSegmenterOptionsBeanInfo extends EditedBeanInfo {
  public NeuralSegmenterOptionsBeanInfo() {
    super(NeuralSegmenterOptions.class, SEGMENTS, IMAGES, NETWORK);
  }
}
