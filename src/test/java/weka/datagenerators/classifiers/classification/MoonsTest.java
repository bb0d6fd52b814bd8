package weka.datagenerators.classifiers.classification;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class MoonsTest extends AbstractGeneratorTest {

  public MoonsTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new Moons();
  }

  @Override
  protected String changedOptions() {
    return "-noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-factor 0.5|-factor"};
  }

  public void testWithoutNoiseThePointsLieOnHalfCircles() throws Exception {
    Instances data = generate("-noise 0 -n 1001");
    assertEquals(501, data.attributeStats(2).nominalCounts[0]);
    for (Instance point : data) {
      boolean upper = point.classValue() == 0;
      double centreX = upper ? 0 : 1;
      double centreY = upper ? 0 : 0.5;
      assertEquals(1, Math.hypot(point.value(0) - centreX, point.value(1) - centreY), 1e-12);
      assertTrue(upper ? point.value(1) >= centreY : point.value(1) <= centreY);
    }
  }

  public void testBothMoonsAreDrawnFromEndToEnd() throws Exception {
    Instances data = generate("-noise 0 -n 1000");
    double[] low = {9, 9};
    double[] high = {-9, -9};
    for (Instance point : data) {
      int moon = (int) point.classValue();
      low[moon] = Math.min(low[moon], point.value(0));
      high[moon] = Math.max(high[moon], point.value(0));
    }
    assertEquals(-1, low[0], 0.01);
    assertEquals(1, high[0], 0.01);
    assertEquals(0, low[1], 0.01);
    assertEquals(2, high[1], 0.01);
  }
}
