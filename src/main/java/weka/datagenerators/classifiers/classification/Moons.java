package weka.datagenerators.classifiers.classification;

import java.util.Random;

import weka.core.RevisionUtils;

/**
 * Two interleaving half circles of radius 1, with t uniform from 0 to pi:
 * class 0 (cos t, sin t), class 1 (1 - cos t, 1/2 - sin t), in turn.
 * Source: make_moons of scikit-learn. Here t is drawn at random, and there is some noise by default.
 */
public class Moons extends PointGenerator {

  private static final long serialVersionUID = 1870539628410663982L;

  public String globalInfo() {
    return "Generates two interleaving half moons, one for each class. A straight line classifies most of the points "
        + "correctly, a curve all but those that noise has carried across.";
  }

  @Override
  protected double[] example(int index, Random random) {
    double t = Math.PI * random.nextDouble();
    double x = StrictMath.cos(t);
    double y = StrictMath.sin(t);
    int label = index % 2;
    return label == 0 ? new double[] {x, y, label} : new double[] {1 - x, 0.5 - y, label};
  }

  @Override
  protected double defaultNoise() {
    return 0.1;
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new Moons(), args);
  }
}
