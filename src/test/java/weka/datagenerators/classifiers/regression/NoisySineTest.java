package weka.datagenerators.classifiers.regression;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class NoisySineTest extends AbstractGeneratorTest {

  public NoisySineTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new NoisySine();
  }

  @Override
  protected String changedOptions() {
    return "-frequency 2.5 -min -3.5 -max -1.5 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-frequency 0|frequency", "-frequency x|-frequency", "-min x|-min", "-max NaN|max",
        "-min 1|min must be below max", "-min -Infinity|min",
        "-min -1e308 -max 1e308|finite", "-frequency 1e308 -max 10|finite"};
  }

  public void testWithoutNoiseYIsTheSine() throws Exception {
    Instances data = generate("-noise 0 -frequency 3 -min -2 -max 5 -n 2000");
    assertTrue(data.classAttribute().isNumeric());
    assertEquals("y", data.classAttribute().name());
    for (Instance point : data) {
      assertEquals(Math.sin(6 * Math.PI * point.value(0)), point.classValue(), 1e-12);
    }
    assertEquals(-2, data.attributeStats(0).numericStats.min, 0.02);
    assertEquals(5, data.attributeStats(0).numericStats.max, 0.02);
    assertEquals(1.5, data.meanOrMode(0), 0.15);
  }

  public void testBoundsSetInThePropertySheetAreChecked() throws Exception {
    NoisySine generator = new NoisySine();
    generator.setMin(3);
    try {
      generator.defineDataFormat();
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("min 3.0 and max 1.0"));
      return;
    }
    fail("an empty range was accepted");
  }
}
