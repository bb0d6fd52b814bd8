package weka.datagenerators.classifiers.regression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * A sine for regression: y = sin(2 pi frequency x) + noise e, with x uniform from min to max and e standard normal.
 * Source: Bishop 2006, Pattern Recognition and Machine Learning, section 1.1. The frequency counts periods per unit of
 * x, not periods in the range, so a wider range shows more of the same function, as lessons on extrapolation need.
 */
public class NoisySine extends NoisyFunction {

  private static final long serialVersionUID = -8230774150162395714L;

  private static final double DEFAULT_FREQUENCY = 1;
  private static final double DEFAULT_MIN = 0;
  private static final double DEFAULT_MAX = 1;

  private double frequency = DEFAULT_FREQUENCY;
  private double min = DEFAULT_MIN;
  private double max = DEFAULT_MAX;

  public String globalInfo() {
    return "Generates a sine with Gaussian noise: y = sin(2 pi frequency x) + noise, where x is drawn uniformly from "
        + "the range min to max. The default is one period.\n\n"
        + "C. M. Bishop: Pattern Recognition and Machine Learning. Springer, 2006. Section 1.1.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of periods per unit of x\n\t(default " + DEFAULT_FREQUENCY + ").",
        "frequency", 1, "-frequency <num>"));
    result.add(new Option("\tThe lower end of the range of x (default " + DEFAULT_MIN + ").", "min", 1, "-min <num>"));
    result.add(new Option("\tThe upper end of the range of x (default " + DEFAULT_MAX + ").", "max", 1, "-max <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    StrictOptions own = new StrictOptions(options);
    setFrequency(own.number("frequency", DEFAULT_FREQUENCY));
    setMin(own.number("min", DEFAULT_MIN));
    setMax(own.number("max", DEFAULT_MAX));
    checkRange();
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-frequency", "" + frequency, "-min", "" + min, "-max", "" + max);
    return result.toArray(new String[0]);
  }

  public double getFrequency() {
    return frequency;
  }

  public void setFrequency(double frequency) {
    if (!(frequency > 0 && frequency < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("frequency must be above 0, got " + frequency);
    }
    this.frequency = frequency;
  }

  public String frequencyTipText() {
    return "The number of periods per unit of x.";
  }

  public double getMin() {
    return min;
  }

  public void setMin(double min) {
    this.min = finite("min", min);
  }

  public String minTipText() {
    return "The lower end of the range that x is drawn from.";
  }

  public double getMax() {
    return max;
  }

  public void setMax(double max) {
    this.max = finite("max", max);
  }

  public String maxTipText() {
    return "The upper end of the range that x is drawn from.";
  }

  private static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number, got " + value);
    }
    return value;
  }

  // Not in the setters: in the property sheet one end is set after the other.
  private void checkRange() {
    if (min >= max) {
      throw new IllegalArgumentException("min must be below max, got min " + min + " and max " + max);
    }
    if (!Double.isFinite(max - min) || !Double.isFinite(2 * Math.PI * frequency * Math.max(-min, max))) {
      throw new IllegalArgumentException(
          "min, max and frequency must be smaller, so that all numbers are finite; got min "
              + min + ", max " + max + " and frequency " + frequency);
    }
  }

  @Override
  protected List<Attribute> attributes() {
    return List.of(new Attribute("x"), new Attribute("y"));
  }

  @Override
  protected double defaultNoise() {
    return 0.1;
  }

  @Override
  public Instances defineDataFormat() throws Exception {
    checkRange();
    return super.defineDataFormat();
  }

  @Override
  protected double[] example(Random random) {
    double x = min + random.nextDouble() * (max - min);
    return new double[] {x, StrictMath.sin(2 * Math.PI * frequency * x)};
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new NoisySine(), args);
  }
}
