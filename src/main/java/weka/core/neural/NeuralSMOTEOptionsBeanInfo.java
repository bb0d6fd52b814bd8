package weka.core.neural;

/** Names the editors of {@link NeuralSMOTEOptions} in a property sheet. */
public class NeuralSMOTEOptionsBeanInfo extends EditedBeanInfo {
  public NeuralSMOTEOptionsBeanInfo() {
    super(NeuralSMOTEOptions.class, SYNTHETIC, CODE, NETWORK);
  }
}
