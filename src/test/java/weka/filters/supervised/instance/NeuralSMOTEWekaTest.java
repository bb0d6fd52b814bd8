package weka.filters.supervised.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.core.Instances;
import weka.core.neural.Samples;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters. */
public class NeuralSMOTEWekaTest extends AbstractFilterTest {
  public NeuralSMOTEWekaTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(NeuralSMOTEWekaTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    m_Instances = getFilteredClassifierData();
  }

  @Override
  protected Instances getFilteredClassifierData() {
    try {
      return Samples.mixed(40, 1, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Filter getFilter() {
    NeuralSMOTE f = new NeuralSMOTE();
    f.setEpochs("3");
    return f;
  }

  /** What comes out is tested elsewhere. */
  @Override
  public void testRegression() {
    assertEquals(useFilter().toString(), useFilter().toString());
  }
}
