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
 * Truth tables of two inputs: and, or, nand, which a single perceptron learns, and xor, which it cannot. The rows
 * (0,0), (0,1), (1,0), (1,1) are repeated until the number of examples is reached: 4 examples are one copy of the
 * table, 400 a hundred copies. Source: Minsky, Papert 1969, Perceptrons. A numeric class, 0 or 1, is our addition.
 */
public class LogicGates extends PointGenerator {

  private static final long serialVersionUID = 4938120034817758112L;

  /** A gate by its outputs for the inputs 00, 01, 10, 11. */
  public enum Gate {
    AND(0, 0, 0, 1), OR(0, 1, 1, 1), XOR(0, 1, 1, 0), NAND(1, 1, 1, 0);

    private final int[] outputs;

    Gate(int... outputs) {
      this.outputs = outputs;
    }
  }

  private static final Gate DEFAULT_GATE = Gate.XOR;

  private Gate gate = DEFAULT_GATE;
  private boolean numericClass;

  public String globalInfo() {
    return "Generates the truth table of a logic gate with the inputs x1 and x2: and, or, xor, nand. Its four rows "
        + "are repeated until the number of examples is reached: 4 examples are one copy of the table, 400 a hundred "
        + "copies. Gaussian noise can be added to the inputs; the class stays that of the row.";
  }

  @Override
  protected double[] example(int index, Random random) {
    int row = index % 4;
    return new double[] {row >> 1, row & 1, gate.outputs[row]};
  }

  @Override
  protected Attribute classAttribute() {
    return numericClass ? new Attribute("class") : super.classAttribute();
  }

  @Override
  protected int defaultNumExamples() {
    return 4;
  }

  @Override
  public String numExamplesTipText() {
    return "The number of examples to generate: 4 for each copy of the truth table.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe gate: and, or, xor or nand\n\t(default "
        + StrictOptions.lowerCase(DEFAULT_GATE) + ").", "gate", 1, "-gate <name>"));
    result.add(new Option("\tMake the class numeric, 0 or 1\n\t(default: nominal with the values 0 and 1).",
        "numeric-class", 0, "-numeric-class"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setGate(own.choice("gate", DEFAULT_GATE));
    setNumericClass(own.flag("numeric-class"));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-gate", StrictOptions.lowerCase(gate));
    if (numericClass) {
      result.add("-numeric-class");
    }
    return result.toArray(new String[0]);
  }

  public Gate getGate() {
    return gate;
  }

  public void setGate(Gate gate) {
    this.gate = gate;
  }

  public String gateTipText() {
    return "The gate whose truth table is generated.";
  }

  public boolean getNumericClass() {
    return numericClass;
  }

  public void setNumericClass(boolean numericClass) {
    this.numericClass = numericClass;
  }

  public String numericClassTipText() {
    return "Whether the class is numeric, 0 or 1, for regression, instead of nominal.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new LogicGates(), args);
  }
}
