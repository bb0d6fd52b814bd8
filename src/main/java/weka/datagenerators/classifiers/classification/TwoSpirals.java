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
 * Two spirals, one being the other rotated by half a turn: radius = angle / (2 pi turns), up to 1; classes 0 and 1 in
 * turn. Source: Lang, Witbrock 1988, Learning to tell two spirals apart (3 turns, 194 points). Theirs are fixed points;
 * here they are drawn at random, with uniform density along the arm, from a quarter turn on, where the two beginnings
 * are as far apart as the arms are everywhere else.
 */
public class TwoSpirals extends PointGenerator {

  private static final long serialVersionUID = -2514060217339846231L;

  private static final double DEFAULT_TURNS = 2;

  private double turns = DEFAULT_TURNS;

  public String globalInfo() {
    return "Generates two spirals that wind around each other, one for each class; the outer radius is 1. No straight "
        + "line does much better than chance; the more turns, the harder.\n\nK. J. Lang, M. J. Witbrock: Learning to "
        + "tell two spirals apart. Proceedings of the 1988 Connectionist Models Summer School.";
  }

  @Override
  protected double[] example(int index, Random random) {
    double from = Math.PI / 2;
    double to = 2 * Math.PI * turns;
    // The length of the arm grows roughly with the square of the angle.
    double angle = Math.sqrt(from * from + random.nextDouble() * (to * to - from * from));
    int label = index % 2;
    double radius = (label == 0 ? 1 : -1) * angle / to;
    return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), label};
  }

  @Override
  protected int defaultNumExamples() {
    return 200;
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> result = enumToVector(super.listOptions());
    result.add(new Option("\tThe number of turns of each spiral, from 0.5 to 100\n\t(default " + DEFAULT_TURNS + ").",
        "turns", 1, "-turns <num>"));
    return result.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    setTurns(new StrictOptions(options).number("turns", DEFAULT_TURNS));
    super.setOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> result = new ArrayList<>();
    Collections.addAll(result, super.getOptions());
    Collections.addAll(result, "-turns", "" + turns);
    return result.toArray(new String[0]);
  }

  public double getTurns() {
    return turns;
  }

  public void setTurns(double turns) {
    if (!(turns >= 0.5 && turns <= 100)) {
      throw new IllegalArgumentException("turns must be from 0.5 to 100, got " + turns);
    }
    this.turns = turns;
  }

  public String turnsTipText() {
    return "The number of turns of each spiral, from a half to 100; the original problem has 3.";
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision$");
  }

  public static void main(String[] args) {
    runDataGenerator(new TwoSpirals(), args);
  }
}
