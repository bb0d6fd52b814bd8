package weka.datagenerators.classifiers.regression;

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
 * The adding problem: series of two channels, a number uniform from 0 to 1 and a mark, which is 1 at one step of the
 * first half and at one of the second, and 0 elsewhere. The class is the sum of the two marked numbers. Who remembers
 * nothing can only predict 1, with a mean squared error of 1/6; who remembers the second alone has 1/12. Source:
 * Hochreiter and Schmidhuber 1997, Long short-term memory, experiment 4, here with one mark in each half.
 */
public class AddingProblem extends NoisyFunction {

  private static final long serialVersionUID = 3306718529420177634L;

  private static final int DEFAULT_STEPS = 20;
  private static final int MOST_STEPS = 10_000;

  private int steps = DEFAULT_STEPS;

  public String globalInfo() {
    return "Generates the adding problem, which needs a memory: series of two channels, value (uniform from 0 to 1) "
        + "and mark (1 at one step of the first half and at one of the second, 0 elsewhere). The class is the sum of "
        + "the two marked values. The attributes are value1, mark1, value2, mark2 and so on; for a recurrent network, "
        + "set NeuralNet's input to the number of steps x 2, as in 20x2, and its layers to lstm 32, gru 32 or rnn 32."
        + "\n\n"
        + "S. Hochreiter, J. Schmidhuber: Long short-term memory. Neural Computation 9(8), 1997.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of steps of a series, from 2 to " + MOST_STEPS + "\n\t(default " + DEFAULT_STEPS
        + ").", "steps", 1, "-steps <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setSteps(new StrictOptions(options).integer("steps", DEFAULT_STEPS));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-steps", "" + steps);
    return result.toArray(new String[0]);
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
    return "The number of steps of a series; the more, the longer the first marked value has to be remembered.";
  }

  @Override
  protected List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    for (int t = 1; t <= steps; t++) {
      attributes.add(new Attribute("value" + t));
      attributes.add(new Attribute("mark" + t));
    }
    attributes.add(new Attribute("sum"));
    return attributes;
  }

  @Override
  protected double[] example(Random random) {
    double[] row = new double[2 * steps + 1];
    for (int t = 0; t < steps; t++) {
      row[2 * t] = random.nextDouble();
    }
    int half = steps / 2;
    for (int marked : new int[] {random.nextInt(half), half + random.nextInt(steps - half)}) {
      row[2 * marked + 1] = 1;
      row[2 * steps] += row[2 * marked];
    }
    return row;
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new AddingProblem(), args);
  }
}
