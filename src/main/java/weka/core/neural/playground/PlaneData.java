package weka.core.neural.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * The data sets of TensorFlow's Playground: points of the plane whose coordinates are from -6 to 6, with a class -1 or
 * 1, or a number from -1 to 1. Source of the distributions: github.com/tensorflow/playground, dataset.ts (D. Smilkov,
 * S. Carter, 2016). Theirs may lie beyond; here such a point is drawn again.
 */
public enum PlaneData {
  CIRCLE("Circle", false, PlaneFormulas::circle),
  XOR("Exclusive or", false, PlaneFormulas::xor),
  GAUSS("Two Gaussians", false, PlaneFormulas::gauss),
  SPIRAL("Spiral", false, PlaneFormulas::spiral),
  PLANE("Plane", true, PlaneFormulas::plane),
  MULTI_GAUSS("Six hills", true, PlaneFormulas::hills);

  /** The coordinates are from minus this to this. */
  public static final double BOUND = PlaneFormulas.BOUND;
  /** Percent. */
  public static final int MOST_NOISE = 50;
  public static final int FEWEST_ROWS = 10;
  public static final int MOST_ROWS = 10_000;
  private static final int ROWS_OF_CLASSES = 500;
  private static final int ROWS_OF_NUMBERS = 1200;

  /** How a point is drawn. */
  interface Formula {
    /**
     * One point, without a look at its bounds.
     *
     * @param index of the row; the class depends on it where both are to be equally frequent
     * @param rows  how many there will be
     * @param noise from 0 to 0.5
     * @return x1, x2, and the class or number
     */
    double[] point(int index, int rows, double noise, Random random);
  }

  private final String title;
  private final boolean numeric;
  private final Formula formula;

  PlaneData(String title, boolean numeric, Formula formula) {
    this.title = title;
    this.numeric = numeric;
    this.formula = formula;
  }

  /** What it is called in a list. */
  public String title() {
    return title;
  }

  /** Whether a number is to be predicted. */
  public boolean isNumeric() {
    return numeric;
  }

  /** As many rows as TensorFlow's Playground has. */
  public int usualRows() {
    return numeric ? ROWS_OF_NUMBERS : ROWS_OF_CLASSES;
  }

  /**
   * A table of attributes x1 and x2 and a class: -1 and 1, or a number. Noise is drawn even where it is 0, so that for
   * a given seed more of it changes the same points more.
   *
   * @param rows  how many
   * @param noise percent, from 0 to 50
   * @throws IllegalArgumentException if a number is out of range
   */
  public Instances points(int rows, int noise, long seed) {
    if (rows < FEWEST_ROWS || rows > MOST_ROWS) {
      throw new IllegalArgumentException("rows: expected a number from " + FEWEST_ROWS + " to " + MOST_ROWS + ", got "
          + rows);
    }
    if (noise < 0 || noise > MOST_NOISE) {
      throw new IllegalArgumentException("noise: expected a percentage from 0 to " + MOST_NOISE + ", got " + noise);
    }
    Attribute target = numeric ? new Attribute("y") : new Attribute("class", new ArrayList<>(List.of("-1", "1")));
    Instances points = new Instances(title, new ArrayList<>(List.of(new Attribute("x1"), new Attribute("x2"), target)),
        rows);
    points.setClassIndex(2);
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      double[] point;
      do {
        point = formula.point(i, rows, noise / 100.0, random);
      } while (Math.abs(point[0]) > BOUND || Math.abs(point[1]) > BOUND);
      if (!numeric) {
        point[2] = point[2] > 0 ? 1 : 0;
      }
      points.add(new DenseInstance(1, point));
    }
    return points;
  }
}
