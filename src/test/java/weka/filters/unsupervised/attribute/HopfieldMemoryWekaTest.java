package weka.filters.unsupervised.attribute;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class HopfieldMemoryWekaTest extends AbstractFilterTest {
  public HopfieldMemoryWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(HopfieldMemoryWekaTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances.deleteAttributeType(Attribute.STRING);
    m_Instances.deleteAttributeType(Attribute.RELATIONAL);
    for (int i = m_Instances.numAttributes() - 1; i >= 0; i--) {
      if (i != m_Instances.classIndex() && m_Instances.attribute(i).isNominal()
          && m_Instances.attribute(i).numValues() != 2) {
        m_Instances.deleteAttributeAt(i);
      }
    }
  }

  @Override
  public Filter getFilter() {
    return new HopfieldMemory();
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
