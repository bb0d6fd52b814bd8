package weka.datagenerators.classifiers.classification;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.DataGenerator;

public class ShapesTest extends AbstractImageGeneratorTest {

  public ShapesTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new Shapes();
  }

  @Override
  protected String ownOptions() {
    return "-channels 3";
  }

  @Override
  protected int channels() {
    return 3;
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-size 7|size", "-channels 2|channels", "-channels 0|channels", "-channels rgb|-channels"};
  }

  /** The share of the circumscribed circle's area that the shape covers: 1, 2 / pi, 0.42, 3 sqrt(3) / (4 pi). */
  public void testAreasAndExtents() throws Exception {
    int size = 100;
    Instances data = generate("-n 80 -noise 0 -size " + size);
    double[] shares = {1, 2 / Math.PI, 5 * 0.45 * Math.sin(Math.PI / 5) / Math.PI, 3 * Math.sqrt(3) / (4 * Math.PI)};
    for (Instance picture : data) {
      double ground = picture.value(0);
      double shape = ground;
      for (int a = 0; a < size * size; a++) {
        shape = Math.abs(picture.value(a) - ground) > Math.abs(shape - ground) ? picture.value(a) : shape;
      }
      assertTrue("contrast", Math.abs(shape - ground) >= 0.19 * 255);
      double area = 0;
      double farthest = 0;
      double x = 0;
      double y = 0;
      for (int a = 0; a < size * size; a++) {
        double covered = (picture.value(a) - ground) / (shape - ground);
        area += covered;
        x += covered * (a % size);
        y += covered * (a / size);
      }
      for (int a = 0; a < size * size; a++) {
        if ((picture.value(a) - ground) / (shape - ground) > 0.5) {
          farthest = Math.max(farthest, Math.hypot(a % size - x / area, a / size - y / area));
        }
      }
      double share = shares[(int) picture.classValue()];
      // The tips of a star are thinner than a pixel, so that it looks smaller than it is.
      double tolerance = picture.classValue() == 2 ? 0.2 : 0.1;
      assertEquals(share, area / (Math.PI * farthest * farthest), tolerance * share);
      assertTrue("radius " + farthest, farthest > 0.2 * size - 1.5 && farthest < 0.45 * size + 1.5);
    }
  }
}
