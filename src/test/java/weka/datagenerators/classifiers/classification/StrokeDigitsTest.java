package weka.datagenerators.classifiers.classification;

import java.util.Arrays;
import java.util.Random;

import weka.classifiers.Evaluation;
import weka.classifiers.lazy.IBk;
import weka.core.Instances;
import weka.datagenerators.DataGenerator;

public class StrokeDigitsTest extends AbstractImageGeneratorTest {

  public StrokeDigitsTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new StrokeDigits();
  }

  @Override
  protected String ownOptions() {
    return "-distortion 0.5";
  }

  @Override
  protected int channels() {
    return 1;
  }

  @Override
  protected String[] badOptions() {
    String[] own = {"-distortion -1|distortion", "-distortion 3.5|distortion", "-distortion NaN|distortion",
        "-distortion much|-distortion"};
    String[] all = Arrays.copyOf(super.badOptions(), super.badOptions().length + own.length);
    System.arraycopy(own, 0, all, super.badOptions().length, own.length);
    return all;
  }

  public void testWithoutDistortionEveryDigitHasOnePicture() throws Exception {
    Instances data = generate("-n 20 -distortion 0 -noise 0");
    for (int i = 0; i < 10; i++) {
      assertEquals(data.get(i).toString(), data.get(i + 10).toString());
      for (int j = 0; j < i; j++) {
        assertFalse(data.get(i).toString(data.classIndex()).equals(data.get(j).toString(data.classIndex())));
      }
    }
  }

  /** The one is a vertical stroke: bright in the middle column, dark at the sides. */
  public void testTheOneIsWhereItShouldBe() throws Exception {
    Instances data = generate("-n 10 -distortion 0 -noise 0 -size 28");
    assertEquals(255, data.get(1).value(14 * 28 + 14), 0);
    assertEquals(0, data.get(1).value(14 * 28 + 4), 0);
    assertEquals(0, data.get(1).value(14 * 28 + 24), 0);
    assertEquals("the zero is empty inside", 0, data.get(0).value(14 * 28 + 14), 0);
  }

  /** They can be told apart, but not by everybody at once. */
  public void testNearestNeighboursReadMostOfThem() throws Exception {
    Instances data = generate("-n 400 -size 16");
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(new IBk(), data, 5, new Random(1));
    assertTrue("correct: " + evaluation.pctCorrect(), evaluation.pctCorrect() > 80 && evaluation.pctCorrect() < 100);
  }
}
