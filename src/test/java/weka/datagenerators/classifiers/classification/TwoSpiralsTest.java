package weka.datagenerators.classifiers.classification;

import java.util.Random;

import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.classifiers.lazy.IBk;
import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractGeneratorTest;
import weka.datagenerators.DataGenerator;

public class TwoSpiralsTest extends AbstractGeneratorTest {

  public TwoSpiralsTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new TwoSpirals();
  }

  @Override
  protected String changedOptions() {
    return "-turns 3.5 -noise 0.25";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-turns x|-turns", "-turns 0.4|turns", "-turns 101|turns", "-turns NaN|turns"};
  }

  public void testTheSpiralsInterleave() throws Exception {
    for (int seed = 1; seed <= 5; seed++) {
      Instances data = generate("-S " + seed);
      assertEquals(200, data.size());
      assertEquals(100, data.attributeStats(2).nominalCounts[0]);
      double neighbour = accuracy(new IBk(1), data);
      double line = accuracy(new Logistic(), data);
      assertTrue("nearest neighbour, seed " + seed + ": " + neighbour, neighbour > 97);
      assertTrue("straight line, seed " + seed + ": " + line, line < 70);
    }
  }

  private static double accuracy(Classifier classifier, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(classifier, data, 10, new Random(1));
    return evaluation.pctCorrect();
  }

  public void testWithoutNoiseThePointsLieOnTheirSpirals() throws Exception {
    for (double turns : new double[] {0.5, 2, 3.25}) {
      double innermost = 1;
      double outermost = 0;
      for (Instance point : generate("-n 1000 -turns " + turns)) {
        double sign = point.classValue() == 0 ? 1 : -1;
        double x = sign * point.value(0);
        double y = sign * point.value(1);
        double radius = Math.hypot(x, y);
        double angle = 2 * Math.PI * turns * radius;
        assertEquals(radius * Math.cos(angle), x, 1e-12);
        assertEquals(radius * Math.sin(angle), y, 1e-12);
        innermost = Math.min(innermost, radius);
        outermost = Math.max(outermost, radius);
      }
      assertEquals(1 / (4 * turns), innermost, 0.02);
      assertEquals(1, outermost, 0.01);
    }
  }

  public void testEquallyDenseAlongTheArm() throws Exception {
    Instances data = generate("-n 10000");
    int inner = 0;
    for (Instance point : data) {
      inner += Math.hypot(point.value(0), point.value(1)) < 0.5625 ? 1 : 0;
    }
    // Length to radius r grows as r^2 - (1/8)^2: to 0.5625 it is 0.30 of the whole.
    assertEquals(0.305, inner / 10000.0, 0.015);
  }
}
