package weka.core.neural;

/** Names the editors of {@link BoltzmannOptions} in a property sheet. */
public class BoltzmannOptionsBeanInfo extends EditedBeanInfo {
  public BoltzmannOptionsBeanInfo() {
    super(BoltzmannOptions.class, BOLTZMANN, NETWORK);
  }
}
