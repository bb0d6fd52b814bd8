package weka.datagenerators.classifiers.regression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.neural.options.StrictOptions;
import weka.core.neural.sources.GeneratorCommand;
import weka.core.neural.sources.GeneratorSettings;
import weka.datagenerators.RegressionGenerator;

/**
 * Base class of our generators of examples with a numeric class: a fixed number of them, with Gaussian noise of a given
 * strength on the class. The noise is drawn even when it is 0, so that for a given seed more noise moves the same
 * examples further. Whether generated one by one or all at once, the examples are the same.
 */
public abstract class NoisyFunction extends RegressionGenerator {

  private static final long serialVersionUID = 4102837467728119230L;

  private double noise = defaultNoise();

  protected NoisyFunction() {}

  /** All attributes, the class last. */
  protected abstract List<Attribute> attributes();

  /** An example without noise: a value for every attribute. */
  protected abstract double[] example(Random random);

  protected double defaultNoise() {
    return 0;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option(
        "\tThe standard deviation of the Gaussian noise on " + attributes().get(attributes().size() - 1).name()
            + "\n\t(default " + defaultNoise() + ").",
        "noise", 1, "-noise <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setNoise(new StrictOptions(options).number("noise", defaultNoise()));
    GeneratorCommand.check(options);
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-noise", "" + noise);
    return result.toArray(new String[0]);
  }

  public double getNoise() {
    return noise;
  }

  public void setNoise(double noise) {
    this.noise = GeneratorSettings.noise(noise);
  }

  public String noiseTipText() {
    return "The standard deviation of the Gaussian noise that is added to the class; 0 for none.";
  }

  @Override
  public void setNumExamples(int numExamples) {
    super.setNumExamples(GeneratorSettings.examples(numExamples));
  }

  @Override
  public Instances defineDataFormat() throws Exception {
    setSeed(getSeed());
    setNumExamplesAct(getNumExamples());
    List<Attribute> attributes = attributes();
    m_DatasetFormat = new Instances(getRelationNameToUse(), new ArrayList<>(attributes), 0);
    m_DatasetFormat.setClassIndex(attributes.size() - 1);
    return super.defineDataFormat();
  }

  @Override
  public Instance generateExample() throws Exception {
    GeneratorSettings.requireFormat(m_DatasetFormat);
    GeneratorSettings.heedInterrupt();
    double[] example = example(getRandom());
    example[example.length - 1] += noise * getRandom().nextGaussian();
    Instance result = new DenseInstance(1, example);
    result.setDataset(m_DatasetFormat);
    return result;
  }

  /** All examples, from the first one on, whatever has been generated before. */
  @Override
  public Instances generateExamples() throws Exception {
    GeneratorSettings.requireFormat(m_DatasetFormat);
    GeneratorSettings.requireMemory(getNumExamplesAct(), m_DatasetFormat);
    setSeed(getSeed());
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
