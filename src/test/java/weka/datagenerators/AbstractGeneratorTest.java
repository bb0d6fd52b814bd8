package weka.datagenerators;

import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** What holds for each of our generators with Gaussian noise. */
public abstract class AbstractGeneratorTest extends AbstractExamplesTest {

  protected AbstractGeneratorTest(String name) {
    super(name);
  }

  @Override
  protected String seeded() {
    return "-noise 0.25";
  }

  public void testBadNoiseIsRefusedByName() throws Exception {
    assertRefused("-noise -0.1", "noise");
    assertRefused("-noise NaN", "noise");
    assertRefused("-noise Infinity", "noise");
    assertRefused("-noise 1e308", "noise");
    assertRefused("-noise \"\"", "-noise");
    assertRefused("-noise 0.1 -noise 0.2", "option -noise is given twice");
    assertRefused("-noise", "-noise");
  }

  public void testNumbersAreFiniteWithAnyNoise() throws Exception {
    for (Instance example : generate("-noise 1e300 -n 50")) {
      for (double value : example.toDoubleArray()) {
        assertTrue("value " + value, Double.isFinite(value));
      }
    }
  }

  public void testNoiseMovesTheSamePoints() throws Exception {
    Instances exact = generate("-n 1000 -noise 0");
    Instances noisy = generate("-n 1000 -noise 0.5");
    int[] moved = exact.classAttribute().isNumeric() ? new int[] {exact.classIndex()} : new int[] {0, 1};
    for (int attribute : moved) {
      double[] shift = new double[1000];
      for (int i = 0; i < shift.length; i++) {
        shift[i] = noisy.get(i).value(attribute) - exact.get(i).value(attribute);
      }
      assertEquals("mean", 0, Utils.mean(shift), 0.06);
      assertEquals("standard deviation", 0.5, Math.sqrt(Utils.variance(shift)), 0.04);
    }
    for (int i = 0; i < 1000; i++) {
      int kept = moved.length == 2 ? 2 : 0;
      assertEquals(exact.get(i).value(kept), noisy.get(i).value(kept), 0);
    }
  }
}
