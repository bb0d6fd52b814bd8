package weka.datagenerators.classifiers.classification;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class CirclesTest extends AbstractGeneratorTest {

  public CirclesTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new Circles();
  }

  @Override
  protected String changedOptions() {
    return "-factor 0.75 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-factor half|-factor", "-factor 1|factor", "-factor -0.5|factor", "-factor NaN|factor"};
  }

  public void testWithoutNoiseTheRadiusIsExact() throws Exception {
    for (double factor : new double[] {0, 0.5, 0.8}) {
      for (Instance point : generate("-noise 0 -factor " + factor)) {
        double radius = point.classValue() == 0 ? 1 : factor;
        assertEquals(radius, Math.hypot(point.value(0), point.value(1)), 1e-12);
      }
    }
  }

  public void testAllAround() throws Exception {
    Instances data = generate("-noise 0 -n 4000");
    int[][] quadrants = new int[2][4];
    for (Instance point : data) {
      int quadrant = (point.value(0) > 0 ? 1 : 0) + (point.value(1) > 0 ? 2 : 0);
      quadrants[(int) point.classValue()][quadrant]++;
    }
    for (int[] counts : quadrants) {
      for (int count : counts) {
        assertEquals(500, count, 75);
      }
    }
  }
}
