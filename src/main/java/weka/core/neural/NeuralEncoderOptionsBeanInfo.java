package weka.core.neural;

/** Names the editors of {@link NeuralEncoderOptions} in a property sheet. */
public class NeuralEncoderOptionsBeanInfo extends EditedBeanInfo {
  public NeuralEncoderOptionsBeanInfo() {
    super(NeuralEncoderOptions.class, CODE, IMAGES, NETWORK);
  }
}
