package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Option;
import weka.core.neural.options.StrictOptions;

/**
 * Base class of the generators of sequences of differing length: one attribute holds the sequence, and the class is
 * which of several sources it comes from. The lengths are drawn uniformly from a range, whatever the class, and the
 * classes come in turn.
 */
public abstract class SequenceGenerator extends ExampleGenerator {

  private static final long serialVersionUID = 1946402857716643021L;

  private static final int LONGEST = 10_000;
  private static final int MOST_CLASSES = 13;

  private int classes = defaultClasses();
  private int minLength = defaultMinLength();
  private int maxLength = defaultMaxLength();

  protected SequenceGenerator() {}

  protected abstract int defaultClasses();

  protected abstract int defaultMinLength();

  protected abstract int defaultMaxLength();

  /** What a sequence consists of, for the help text. */
  protected abstract String elements();

  /** The attribute whose values are the sequences. */
  protected abstract Attribute sequences();

  /** Adds a sequence of this length and class to an attribute, and returns its index there. */
  protected abstract int add(Attribute sequences, int length, int label, Random random);

  /**
   * Checks what depends on several settings. Setters cannot: a property sheet sets one after the other.
   *
   * @throws IllegalArgumentException if the settings do not fit each other
   */
  protected void check() {
    if (minLength > maxLength) {
      throw new IllegalArgumentException("minLength (-min-length) must be at most maxLength (-max-length), got "
          + minLength + " and " + maxLength);
    }
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of classes, from 2 to " + MOST_CLASSES + "\n\t(default " + defaultClasses()
        + ").", "classes", 1, "-classes <num>"));
    result.add(new Option("\tThe least number of " + elements() + ", from 1 to " + LONGEST + "\n\t(default "
        + defaultMinLength() + ").", "min-length", 1, "-min-length <num>"));
    result.add(new Option("\tThe largest number of " + elements() + ", from 1 to " + LONGEST + "\n\t(default "
        + defaultMaxLength() + ").", "max-length", 1, "-max-length <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setClasses(own.integer("classes", defaultClasses()));
    setMinLength(own.integer("min-length", defaultMinLength()));
    setMaxLength(own.integer("max-length", defaultMaxLength()));
    check();
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-classes", "" + classes, "-min-length", "" + minLength, "-max-length", "" + maxLength);
    return result.toArray(new String[0]);
  }

  public int getClasses() {
    return classes;
  }

  public void setClasses(int classes) {
    this.classes = within("classes", classes, 2, MOST_CLASSES);
  }

  public String classesTipText() {
    return "The number of classes, from 2 to " + MOST_CLASSES + ".";
  }

  public int getMinLength() {
    return minLength;
  }

  public void setMinLength(int minLength) {
    this.minLength = within("minLength (-min-length)", minLength, 1, LONGEST);
  }

  public String minLengthTipText() {
    return "The least number of " + elements() + "; the lengths are drawn uniformly, whatever the class.";
  }

  public int getMaxLength() {
    return maxLength;
  }

  public void setMaxLength(int maxLength) {
    this.maxLength = within("maxLength (-max-length)", maxLength, 1, LONGEST);
  }

  public String maxLengthTipText() {
    return "The largest number of " + elements() + ".";
  }

  /** @throws IllegalArgumentException if the value of a setting is not within its range */
  static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", got " + value);
    }
    return value;
  }

  @Override
  protected List<Attribute> attributes() {
    List<String> labels = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return List.of(sequences(), new Attribute("class", labels));
  }

  /** Also requires the memory for all sequences: the format keeps them, even when they are generated one by one. */
  @Override
  public Instances defineDataFormat() throws Exception {
    check();
    Instances format = super.defineDataFormat();
    requireMemory();
    return format;
  }

  @Override
  protected double[] values(int index, Random random) {
    int label = index % m_DatasetFormat.numClasses();
    int length = minLength + random.nextInt(maxLength - minLength + 1);
    return new double[] {add(m_DatasetFormat.attribute(0), length, label, random), label};
  }
}
