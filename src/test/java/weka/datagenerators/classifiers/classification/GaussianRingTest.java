package weka.datagenerators.classifiers.classification;

import weka.core.Instance;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class GaussianRingTest extends AbstractGeneratorTest {

  public GaussianRingTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new GaussianRing();
  }

  @Override
  protected String changedOptions() {
    return "-modes 5 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-modes many|-modes", "-modes 1|modes", "-modes 1001|modes", "-noise -1|noise"};
  }

  public void testWithoutNoiseThePointsAreTheCentres() throws Exception {
    for (Instance point : generate("-noise 0 -modes 6")) {
      assertEquals(2 * Math.cos(Math.PI / 3 * point.classValue()), point.value(0), 1e-12);
      assertEquals(2 * Math.sin(Math.PI / 3 * point.classValue()), point.value(1), 1e-12);
    }
  }
}
