package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.neural.sources.GeneratorCommand;
import weka.core.neural.sources.GeneratorSettings;
import weka.datagenerators.ClassificationGenerator;

/**
 * Base class of our generators of classified examples: a fixed number of them, the same whether they are generated one
 * by one or all at once.
 */
public abstract class ExampleGenerator extends ClassificationGenerator {

  private static final long serialVersionUID = -5031174985523846170L;

  /** Index of the next example since {@link #defineDataFormat}. */
  private int next;

  protected ExampleGenerator() {}

  /** All attributes, the class last. */
  protected abstract List<Attribute> attributes();

  /**
   * The example of this index, with its noise: a value for every attribute. A text or a series is added to its
   * attribute in the present format, and its value is the index there.
   */
  protected abstract double[] values(int index, Random random) throws Exception;

  /** Memory that an example takes beside the values themselves, such as its text. */
  protected long bytesBesideValues() {
    return 0;
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    GeneratorCommand.check(options);
    super.setOptions(options);
  }

  @Override
  public void setNumExamples(int numExamples) {
    super.setNumExamples(GeneratorSettings.examples(numExamples));
  }

  @Override
  public Instances defineDataFormat() throws Exception {
    restart();
    setNumExamplesAct(getNumExamples());
    List<Attribute> attributes = attributes();
    m_DatasetFormat = new Instances(getRelationNameToUse(), new ArrayList<>(attributes), 0);
    m_DatasetFormat.setClassIndex(attributes.size() - 1);
    return super.defineDataFormat();
  }

  /** @throws ruru.nn.NotEnoughMemoryException if Java's memory is too small for all examples */
  final void requireMemory() {
    GeneratorSettings.requireMemory(getNumExamplesAct(), m_DatasetFormat, bytesBesideValues());
  }

  private void restart() {
    setSeed(getSeed());
    next = 0;
  }

  @Override
  public Instance generateExample() throws Exception {
    GeneratorSettings.requireFormat(m_DatasetFormat);
    GeneratorSettings.heedInterrupt();
    Instance result = new DenseInstance(1, values(next++, getRandom()));
    result.setDataset(m_DatasetFormat);
    return result;
  }

  /** All examples, from the first one on, whatever has been generated before. */
  @Override
  public Instances generateExamples() throws Exception {
    GeneratorSettings.requireFormat(m_DatasetFormat);
    requireMemory();
    restart();
    // Texts and series of examples generated before are none of these.
    m_DatasetFormat = m_DatasetFormat.stringFreeStructure();
    Instances result = new Instances(m_DatasetFormat, getNumExamplesAct());
    for (int i = 0; i < getNumExamplesAct(); i++) {
      result.add(generateExample());
    }
    return result;
  }

  /** True: otherwise Weka 3.8.7 writes the rows without the ARFF header. */
  @Override
  public boolean getSingleModeFlag() {
    return true;
  }

  @Override
  public String getPrologue() {
    return GeneratorCommand.comment(this);
  }

  @Override
  public String generateStart() {
    return "";
  }

  @Override
  public String generateFinished() {
    return "";
  }
}
