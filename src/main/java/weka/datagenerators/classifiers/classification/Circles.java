package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * Two circles around the origin: class 0 on radius 1, class 1 on radius factor, in turn; the angle is uniform. Source:
 * make_circles of scikit-learn. Here angles are drawn at random, and with the default factor (0.5) and noise (0.1) the
 * classes hardly overlap.
 */
public class Circles extends PointGenerator {

  private static final long serialVersionUID = 6110829457163087455L;

  private static final double DEFAULT_FACTOR = 0.5;

  private double factor = DEFAULT_FACTOR;

  public String globalInfo() {
    return "Generates two circles around the origin: class 0 on the outer one of radius 1, class 1 on the inner one. "
        + "No straight line separates them.";
  }

  @Override
  protected double[] example(int index, Random random) {
    double angle = 2 * Math.PI * random.nextDouble();
    int label = index % 2;
    double radius = label == 0 ? 1 : factor;
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), label};
  }

  @Override
  protected double defaultNoise() {
    return 0.1;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe radius of the inner circle (the outer one has radius 1), at least 0\n\tand below 1 "
        + "(default "
        + DEFAULT_FACTOR + ").", "factor", 1, "-factor <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setFactor(new StrictOptions(options).number("factor", DEFAULT_FACTOR));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-factor", "" + factor);
    return result.toArray(new String[0]);
  }

  public double getFactor() {
    return factor;
  }

  public void setFactor(double factor) {
    if (!(factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException("factor must be at least 0 and below 1, got " + factor);
    }
    this.factor = factor;
  }

  public String factorTipText() {
    return "The radius of the inner circle relative to the outer one's, at least 0 and below 1.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new Circles(), args);
  }
}
