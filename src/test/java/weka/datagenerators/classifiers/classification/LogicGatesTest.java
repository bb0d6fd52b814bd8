package weka.datagenerators.classifiers.classification;

import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class LogicGatesTest extends AbstractGeneratorTest {

  public LogicGatesTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new LogicGates();
  }

  @Override
  protected String changedOptions() {
    return "-gate nand -noise 0.25 -numeric-class";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-gate xnor|-gate: expected one of and, or, xor, nand, got 'xnor'", "-gate|-gate",
        "-numeric-class yes|yes"};
  }

  public void testTruthTables() throws Exception {
    for (int a = 0; a <= 1; a++) {
      for (int b = 0; b <= 1; b++) {
        assertOutput("and", a, b, a == 1 && b == 1);
        assertOutput("or", a, b, a == 1 || b == 1);
        assertOutput("xor", a, b, a != b);
        assertOutput("nand", a, b, !(a == 1 && b == 1));
      }
    }
  }

  private void assertOutput(String gate, int a, int b, boolean output) throws Exception {
    for (String type : new String[] {"", " -numeric-class"}) {
      int found = 0;
      for (Instance row : generate("-gate " + gate + type)) {
        if (row.value(0) == a && row.value(1) == b) {
          found++;
          assertEquals(gate + type + " of " + a + ", " + b, output ? 1.0 : 0.0, row.classValue());
          assertEquals(type.isEmpty(), row.classAttribute().isNominal());
        }
      }
      assertEquals("rows with " + a + ", " + b, 1, found);
    }
  }

  public void testTheClassIsNamedAsTheOutput() throws Exception {
    Instances data = generate("-gate and");
    assertEquals("@attribute class {0,1}", data.classAttribute().toString());
    assertEquals("1,1,1", data.get(3).toString());
  }

  public void testCopies() throws Exception {
    Instances data = generate("-gate or -n 400");
    for (int i = 0; i < data.size(); i++) {
      assertEquals(data.get(i % 4).toString(), data.get(i).toString());
    }
    assertEquals(300, data.attributeStats(2).nominalCounts[1]);
  }
}
