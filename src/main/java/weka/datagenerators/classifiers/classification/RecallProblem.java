package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Attribute;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * The recall problem: each step shows one of k symbols, the last of which is the blank "-", and the class is the symbol
 * of the first step. Later steps show the blank, or, with a given probability, a symbol drawn uniformly, which may be
 * the blank. They say nothing about the class, so that a network that reads step by step has to keep the first symbol
 * in its state, whatever follows. The classes come in turn. Source: Hochreiter and Schmidhuber 1997, Long short-term
 * memory, experiment 2, with k classes instead of two, and with distractors among blanks.
 */
public class RecallProblem extends ExampleGenerator {

  private static final long serialVersionUID = 6630145528874127390L;

  private static final int DEFAULT_SYMBOLS = 4;
  private static final int MOST_SYMBOLS = 26;
  private static final int DEFAULT_STEPS = 20;
  private static final int MOST_STEPS = 10_000;
  private static final double DEFAULT_DISTRACTORS = 0.3;
  private static final String BLANK = "-";

  private int symbols = DEFAULT_SYMBOLS;
  private int steps = DEFAULT_STEPS;
  private double distractors = DEFAULT_DISTRACTORS;

  public String globalInfo() {
    return "Generates the recall problem, which needs a memory: each of the attributes step1, step2 and so on is a "
        + "symbol (a, b, c and so on) or the blank (-), and the class is the symbol of the first step. Later steps are "
        + "blank or show symbols at random, which have to be ignored. A recurrent network reads the steps one by one "
        + "if the layers of NeuralNet begin with a reshape to the number of steps x the number of symbols, as in "
        + "reshape 20x4, lstm 32.\n\n"
        + "S. Hochreiter, J. Schmidhuber: Long short-term memory. Neural Computation 9(8), 1997.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of symbols, the blank among them; they are also the\n\tclasses, from 2 to "
        + MOST_SYMBOLS + " (default " + DEFAULT_SYMBOLS + ").", "symbols", 1, "-symbols <num>"));
    result.add(new Option("\tThe number of steps of a series, from 2 to " + MOST_STEPS + "\n\t(default " + DEFAULT_STEPS
        + ").", "steps", 1, "-steps <num>"));
    result.add(new Option("\tThe probability that a later step shows a random symbol, not the blank,\n\tfrom 0 to 1 "
        + "(default " + DEFAULT_DISTRACTORS + ").", "distractors", 1, "-distractors <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setSymbols(own.integer("symbols", DEFAULT_SYMBOLS));
    setSteps(own.integer("steps", DEFAULT_STEPS));
    setDistractors(own.number("distractors", DEFAULT_DISTRACTORS));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-symbols", "" + symbols, "-steps", "" + steps, "-distractors", "" + distractors);
    return result.toArray(new String[0]);
  }

  public int getSymbols() {
    return symbols;
  }

  public void setSymbols(int symbols) {
    if (symbols < 2 || symbols > MOST_SYMBOLS) {
      throw new IllegalArgumentException("symbols must be from 2 to " + MOST_SYMBOLS + ", got " + symbols);
    }
    this.symbols = symbols;
  }

  public String symbolsTipText() {
    return "The number of symbols, which are also the classes: a, b, c and so on, and the blank.";
  }

  public int getSteps() {
    return steps;
  }

  public void setSteps(int steps) {
    if (steps < 2 || steps > MOST_STEPS) {
      throw new IllegalArgumentException("steps must be from 2 to " + MOST_STEPS + ", got " + steps);
    }
    this.steps = steps;
  }

  public String stepsTipText() {
    return "The number of steps of a series; the more, the longer the first symbol has to be remembered.";
  }

  public double getDistractors() {
    return distractors;
  }

  public void setDistractors(double distractors) {
    if (!(distractors >= 0 && distractors <= 1)) {
      throw new IllegalArgumentException("distractors must be from 0 to 1, got " + distractors);
    }
    this.distractors = distractors;
  }

  public String distractorsTipText() {
    return "The probability that a later step shows a random symbol rather than the blank. With 0, all later steps are "
        + "the same.";
  }

  @Override
  protected List<Attribute> attributes() {
    List<String> shown = new ArrayList<>();
    for (int s = 0; s < symbols - 1; s++) {
      shown.add(Character.toString('a' + s));
    }
    shown.add(BLANK);
    List<Attribute> attributes = new ArrayList<>();
    for (int t = 1; t <= steps; t++) {
      attributes.add(new Attribute("step" + t, shown));
    }
    attributes.add(new Attribute("class", shown));
    return attributes;
  }

  @Override
  protected double[] values(int index, Random random) {
    double[] row = new double[m_DatasetFormat.numAttributes()];
    int blank = m_DatasetFormat.numClasses() - 1;
    int first = index % m_DatasetFormat.numClasses();
    row[0] = first;
    for (int t = 1; t < row.length - 1; t++) {
      row[t] = random.nextDouble() < distractors ? random.nextInt(blank + 1) : blank;
    }
    row[row.length - 1] = first;
    return row;
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new RecallProblem(), args);
  }
}
