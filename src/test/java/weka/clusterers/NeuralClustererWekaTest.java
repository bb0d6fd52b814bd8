package weka.clusterers;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Instances;
import weka.core.neural.Samples;

/** Weka's own tests of clusterers. */
public class NeuralClustererWekaTest extends AbstractClustererTest {
  public NeuralClustererWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(NeuralClustererWekaTest.class);
  }

  @Override
  public Clusterer getClusterer() {
    NeuralClusterer c = new NeuralClusterer();
    c.setEpochs("5");
    return c;
  }

  /** A stored reference would hold the last bits of one BLAS; the same seed giving the same bits is tested instead. */
  @Override
  public void testRegression() throws Exception {
    Instances data = Samples.iris();
    data.setClassIndex(-1);
    assertEquals(useClusterer(data).toString(), useClusterer(data).toString());
  }
}
