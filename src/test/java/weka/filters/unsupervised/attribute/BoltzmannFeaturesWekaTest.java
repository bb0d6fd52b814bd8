package weka.filters.unsupervised.attribute;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class BoltzmannFeaturesWekaTest extends AbstractFilterTest {
  public BoltzmannFeaturesWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(BoltzmannFeaturesWekaTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances.deleteAttributeType(Attribute.STRING);
    m_Instances.deleteAttributeType(Attribute.RELATIONAL);
  }

  @Override
  public Filter getFilter() {
    BoltzmannFeatures f = new BoltzmannFeatures();
    f.setEpochs(3);
    f.setUnits(8);
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
