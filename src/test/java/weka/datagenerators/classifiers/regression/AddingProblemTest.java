package weka.datagenerators.classifiers.regression;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class AddingProblemTest extends AbstractGeneratorTest {

  public AddingProblemTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new AddingProblem();
  }

  @Override
  protected String changedOptions() {
    return "-steps 7 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-steps 1|steps must be from 2 to 10000, got 1", "-steps 10001|steps", "-steps x|-steps"};
  }

  public void testTheClassIsTheSumOfTheMarkedValues() throws Exception {
    for (int steps : new int[] {2, 5, 30}) {
      Instances data = generate("-n 2000 -steps " + steps);
      assertEquals(2 * steps + 1, data.numAttributes());
      assertEquals("value1 mark1 sum", data.attribute(0).name() + " " + data.attribute(1).name() + " "
          + data.classAttribute().name());
      boolean[] marked = new boolean[steps];
      for (Instance row : data) {
        double sum = 0;
        double early = 0;
        double late = 0;
        for (int t = 0; t < steps; t++) {
          double mark = row.value(2 * t + 1);
          sum += mark * row.value(2 * t);
          early += t < steps / 2 ? mark : 0;
          late += t < steps / 2 ? 0 : mark;
          marked[t] |= mark == 1;
        }
        assertEquals(sum, row.classValue(), 1e-12);
        assertEquals(1.0, early);
        assertEquals(1.0, late);
      }
      for (int t = 0; t < steps; t++) {
        assertTrue("step " + t + " of " + steps + " is never marked", marked[t]);
      }
      assertEquals(1, data.meanOrMode(data.classIndex()), 0.03);
      assertEquals(1 / 6.0, data.variance(data.classIndex()), 0.015);
    }
  }
}
