package weka.datagenerators.classifiers.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.Vector;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.neural.options.StrictOptions;

/**
 * Gaussians at equal distances on a circle of radius 2 around the origin, in turn: class k at the angle 2 pi k / modes.
 * The noise is their standard deviation. Source: the test of Metz et al. 2017, "Unrolled generative adversarial
 * networks", arXiv:1611.02163, section 3.1: how many of the modes does a generator find?
 */
public class GaussianRing extends PointGenerator {

  private static final long serialVersionUID = 2915530720061418873L;

  private static final int DEFAULT_MODES = 8;
  private static final int MOST_MODES = 1000;
  private static final double RADIUS = 2;

  private int modes = DEFAULT_MODES;

  public String globalInfo() {
    return "Generates Gaussians at equal distances on a circle of radius 2, each a class. A test of generative models: "
        + "do they find all of them, and nothing in between?";
  }

  @Override
  protected Attribute classAttribute() {
    return new Attribute("class", IntStream.range(0, modes).mapToObj(Integer::toString).toList());
  }

  @Override
  protected double[] example(int index, Random random) {
    int label = index % modes;
    double angle = 2 * Math.PI * label / modes;
    return new double[] {RADIUS * StrictMath.cos(angle), RADIUS * StrictMath.sin(angle), label};
  }

  @Override
  protected double defaultNoise() {
    return 0.05;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of Gaussians, from 2 to " + MOST_MODES + " (default " + DEFAULT_MODES + ").",
        "modes", 1, "-modes <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setModes(new StrictOptions(options).integer("modes", DEFAULT_MODES));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-modes", "" + modes);
    return result.toArray(new String[0]);
  }

  public int getModes() {
    return modes;
  }

  public void setModes(int modes) {
    if (modes < 2 || modes > MOST_MODES) {
      throw new IllegalArgumentException("modes must be from 2 to " + MOST_MODES + ", got " + modes);
    }
    this.modes = modes;
  }

  public String modesTipText() {
    return "The number of Gaussians, from 2 to " + MOST_MODES + ".";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new GaussianRing(), args);
  }
}
