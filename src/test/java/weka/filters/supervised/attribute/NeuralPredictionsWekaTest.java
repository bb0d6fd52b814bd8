package weka.filters.supervised.attribute;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.functions.NeuralNet;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class NeuralPredictionsWekaTest extends AbstractFilterTest {
  public NeuralPredictionsWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(NeuralPredictionsWekaTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances.deleteAttributeType(Attribute.STRING);
    m_Instances.deleteAttributeType(Attribute.RELATIONAL);
    m_Instances.setClassIndex(0);
  }

  @Override
  public Filter getFilter() {
    NeuralPredictions f = new NeuralPredictions();
    NeuralNet net = new NeuralNet();
    net.setEpochs("3");
    net.setLayers("dense 8 relu");
    f.setNetwork(net);
    return f;
  }

  @Override
  protected Instances getFilteredClassifierData() throws Exception {
    return Samples.iris();
  }

  /** A stored reference would hold the last bits of one BLAS; the same seed giving the same bits is tested instead. */
  @Override
  public void testRegression() {
    String first = useFilter().toString();
    assertEquals(first, useFilter().toString());
  }
}
