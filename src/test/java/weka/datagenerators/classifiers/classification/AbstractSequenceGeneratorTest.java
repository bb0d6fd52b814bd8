package weka.datagenerators.classifiers.classification;

import java.io.StringReader;
import java.util.Random;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.Logistic;
import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.AbstractExamplesTest;

/** What holds for the generators of sequences. */
public abstract class AbstractSequenceGeneratorTest extends AbstractExamplesTest {

  protected AbstractSequenceGeneratorTest(String name) {
    super(name);
  }

  /** The length of the sequence of a row. */
  protected abstract int length(Instance row);

  public void testLengthsAreUniformWhateverTheClass() throws Exception {
    Instances data = generate("-classes 2 -min-length 7 -max-length 11 -n 5000");
    int[][] counts = new int[2][12];
    for (Instance row : data) {
      counts[(int) row.classValue()][length(row)]++;
    }
    for (int[] ofClass : counts) {
      for (int length = 7; length <= 11; length++) {
        assertEquals("length " + length, 500, ofClass[length], 85);
      }
    }
    for (Instance row : generate("-min-length 9 -max-length 9 -n 20")) {
      assertEquals(9, length(row));
    }
  }

  public void testClassesComeInTurn() throws Exception {
    Instances data = generate("-classes 3 -n 20");
    assertEquals(3, data.numClasses());
    for (int i = 0; i < 20; i++) {
      assertEquals(i % 3, (int) data.get(i).classValue());
    }
  }

  public void testFewExamplesKeepNothingOfThoseBefore() throws Exception {
    m_Generator.setOptions(new String[] {"-n", "5"});
    m_Generator.defineDataFormat();
    for (int i = 0; i < 3; i++) {
      assertEquals(5, m_Generator.generateExamples().attribute(0).numValues());
    }
  }

  public void testWrittenAndReadItIsTheSame() throws Exception {
    Instances data = generate(changedOptions() + " -n 30");
    Instances read = new Instances(new StringReader(data.toString()));
    read.setClassIndex(1);
    assertNull(data.equalHeadersMsg(read));
    assertEquals(data.toString(), read.toString());
    for (int i = 0; i < 30; i++) {
      assertEquals(length(data.get(i)), length(read.get(i)));
    }
  }

  public void testLengthsSetInThePropertySheetAreChecked() throws Exception {
    SequenceGenerator generator = (SequenceGenerator) getGenerator();
    generator.setMinLength(100);
    try {
      generator.defineDataFormat();
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("-max-length), got 100 and 60"));
      return;
    }
    fail("no length is possible");
  }

  public void testMoreSequencesThanMemoryAreRefusedBeforeTheFirst() throws Exception {
    m_Generator.setOptions(new String[] {"-n", "2147483647", "-max-length", "10000"});
    try {
      m_Generator.defineDataFormat();
    } catch (ruru.nn.NotEnoughMemoryException e) {
      assertTrue(e.getMessage(), e.getMessage().contains("-n"));
      return;
    }
    fail("there was memory for all of them");
  }

  /** Percent correct of logistic regression, by cross-validation. */
  protected static double accuracy(Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.crossValidateModel(new Logistic(), data, 5, new Random(1));
    return evaluation.pctCorrect();
  }
}
