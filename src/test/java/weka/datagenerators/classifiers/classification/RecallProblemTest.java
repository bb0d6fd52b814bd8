package weka.datagenerators.classifiers.classification;

import java.util.Random;
import weka.classifiers.Evaluation;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.functions.NeuralNet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.datagenerators.AbstractExamplesTest;
import weka.datagenerators.DataGenerator;

public class RecallProblemTest extends AbstractExamplesTest {

  public RecallProblemTest(String name) {
    super(name);
  }

  @Override
  public DataGenerator getGenerator() {
    return new RecallProblem();
  }

  @Override
  protected String changedOptions() {
    return "-symbols 3 -steps 7 -distractors 0.75";
  }

  @Override
  protected String[] badOptions() {
    return new String[] {"-symbols 1|symbols must be from 2 to 26, got 1", "-symbols 27|symbols",
        "-symbols abc|-symbols",
        "-steps 1|steps must be from 2 to 10000, got 1", "-steps 10001|steps", "-steps x|-steps",
        "-distractors -0.1|distractors", "-distractors 1.1|distractors", "-distractors NaN|distractors",
        "-distractors x|-distractors"};
  }

  public void testTheClassIsTheSymbolOfTheFirstStep() throws Exception {
    for (int symbols : new int[] {2, 5, 26}) {
      Instances data = generate("-n 520 -steps 6 -symbols " + symbols);
      assertEquals(7, data.numAttributes());
      assertEquals("step1 step6 class", data.attribute(0).name() + " " + data.attribute(5).name() + " "
          + data.classAttribute().name());
      for (int i = 0; i < data.size(); i++) {
        int symbol = i % symbols;
        assertEquals(symbol == symbols - 1 ? "-" : "abcdefghijklmnopqrstuvwxyz".substring(symbol, symbol + 1),
            data.get(i).stringValue(6));
        assertEquals(data.get(i).stringValue(6), data.get(i).stringValue(0));
      }
    }
  }

  public void testLaterStepsAreBlankOrShowADistractor() throws Exception {
    for (double distractors : new double[] {0, 0.4, 1}) {
      double blanks = 0;
      for (Instance row : generate("-n 1000 -symbols 5 -steps 11 -distractors " + distractors)) {
        for (int t = 1; t < 11; t++) {
          blanks += row.stringValue(t).equals("-") ? 1 : 0;
        }
      }
      assertEquals(1 - distractors + distractors / 5, blanks / 10_000, 0.015);
    }
  }

  public void testLaterStepsSayNothing() throws Exception {
    int n = 8000;
    Instances data = generate("-steps 30 -distractors 1 -n " + n);
    for (int t = 1; t < 30; t++) {
      double[][] counts = new double[4][4];
      for (Instance row : data) {
        counts[(int) row.classValue()][(int) row.value(t)]++;
      }
      double squares = 0;
      for (double[] line : counts) {
        for (double count : line) {
          squares += Math.pow(count - n / 16.0, 2) / (n / 16.0);
        }
      }
      // 15 degrees of freedom less 3, as the classes are exactly equal: 12; above 40 in 0.007 % of cases.
      assertTrue("step " + (t + 1) + ": " + squares, squares < 40);
    }
  }

  public void testATableSeesTheFirstStepAndWithoutItNothing() throws Exception {
    Instances data = generate("-n 1000");
    assertEquals(100.0, accuracy(data), 0);
    data.deleteAttributeAt(0);
    assertEquals(25.0, accuracy(data), 6);
  }

  private static double accuracy(Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(new NaiveBayes(), data, 5, new Random(1));
    return evaluation.pctCorrect();
  }

  /** Each step has an input for each symbol, so that the inputs are steps x symbols. */
  public void testARecurrentNetworkRecalls() throws Exception {
    NeuralNet net = new NeuralNet();
    net.setOptions(Utils.splitOptions("-layers \"reshape 8x3, gru 16\" -epochs 20"));
    net.buildClassifier(generate("-n 600 -steps 8 -symbols 3"));
    Evaluation evaluation = new Evaluation(generate("-n 300 -steps 8 -symbols 3"));
    evaluation.evaluateModel(net, generate("-n 300 -steps 8 -symbols 3 -S 2"));
    assertTrue("correct: " + evaluation.pctCorrect(), evaluation.pctCorrect() > 95);
  }
}
