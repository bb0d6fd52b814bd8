package weka.core.neural;

/** Names the editors of {@link NeuralNetOptions} in a property sheet. */
public class NeuralNetOptionsBeanInfo extends EditedBeanInfo {
  public NeuralNetOptionsBeanInfo() {
    super(NeuralNetOptions.class, NETWORK, IMAGES);
  }
}
