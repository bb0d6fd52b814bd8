package weka.core.neural.playground;

import java.util.Random;

/** How the points of {@link PlaneData} are drawn, from the distributions of TensorFlow's Playground. */
final class PlaneFormulas {
  /** The coordinates are from minus this to this. */
  static final double BOUND = 6;
  /** Of the circle, and of the spiral's end. */
  private static final double RADIUS = 5;
  /** Between the quadrants of the exclusive or, half of it. */
  private static final double PADDING = 0.3;
  private static final double TURNS = 1.75;
  /** Variance without noise, and what is added at 100 % of it. */
  private static final double VARIANCE = 0.5;
  private static final double NOISY_VARIANCE = 7;
  /** Distance from the middle of a hill to its foot. */
  private static final double FOOT = 2;
  /** x1, x2 and height of the middles. */
  private static final double[][] HILLS = {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1},
      {4, -2.5, -1}};

  private PlaneFormulas() {}

  private static double uniform(Random random, double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  /** Both classes in turn: a disk, and a ring around it. Noise moves the point whose distance decides the class. */
  static double[] circle(int index, int rows, double noise, Random random) {
    double r = index % 2 == 0 ? uniform(random, 0, 0.5 * RADIUS) : uniform(random, 0.7 * RADIUS, RADIUS);
    double angle = uniform(random, 0, 2 * Math.PI);
    double x = r * StrictMath.sin(angle);
    double y = r * StrictMath.cos(angle);
    double seenX = x + noise * uniform(random, -RADIUS, RADIUS);
    double seenY = y + noise * uniform(random, -RADIUS, RADIUS);
    return new double[] {x, y, StrictMath.hypot(seenX, seenY) < 0.5 * RADIUS ? 1 : -1};
  }

  /** Class 1 where both coordinates have the same sign, with a gap along the axes. */
  static double[] xor(int index, int rows, double noise, Random random) {
    double x = padded(uniform(random, -RADIUS, RADIUS));
    double y = padded(uniform(random, -RADIUS, RADIUS));
    double seenX = x + noise * uniform(random, -RADIUS, RADIUS);
    double seenY = y + noise * uniform(random, -RADIUS, RADIUS);
    return new double[] {x, y, seenX * seenY >= 0 ? 1 : -1};
  }

  private static double padded(double value) {
    return value > 0 ? value + PADDING : value - PADDING;
  }

  /** Both classes in turn, normally distributed around (2, 2) and (-2, -2). */
  static double[] gauss(int index, int rows, double noise, Random random) {
    int label = index % 2 == 0 ? 1 : -1;
    double deviation = Math.sqrt(VARIANCE + NOISY_VARIANCE * noise);
    return new double[] {2 * label + deviation * random.nextGaussian(), 2 * label + deviation * random.nextGaussian(),
        label};
  }

  /** Both classes in turn, at equal distances along two arms from the middle outwards; noise moves the points. */
  static double[] spiral(int index, int rows, double noise, Random random) {
    int label = index % 2 == 0 ? 1 : -1;
    int place = index / 2;
    double part = (double) place / Math.max(1, rows / 2);
    double angle = 2 * Math.PI * TURNS * part + (label == 1 ? 0 : Math.PI);
    return new double[] {RADIUS * part * StrictMath.sin(angle) + noise * uniform(random, -1, 1),
        RADIUS * part * StrictMath.cos(angle) + noise * uniform(random, -1, 1), label};
  }

  /** y = (x1 + x2) / 10; noise moves the point whose height is taken. */
  static double[] plane(int index, int rows, double noise, Random random) {
    double[] p = anywhere(noise, random);
    return new double[] {p[0], p[1], (p[2] + p[3]) / 10};
  }

  /** Three hills and three hollows: at each point the height of the nearest. */
  static double[] hills(int index, int rows, double noise, Random random) {
    double[] p = anywhere(noise, random);
    double height = 0;
    for (double[] hill : HILLS) {
      double here = hill[2] * Math.max(0, 1 - StrictMath.hypot(p[2] - hill[0], p[3] - hill[1]) / FOOT);
      height = Math.abs(here) > Math.abs(height) ? here : height;
    }
    return new double[] {p[0], p[1], height};
  }

  /** A point of the square, and the same point moved by noise. */
  private static double[] anywhere(double noise, Random random) {
    double x = uniform(random, -BOUND, BOUND);
    double y = uniform(random, -BOUND, BOUND);
    return new double[] {x, y, x + noise * uniform(random, -BOUND, BOUND), y + noise * uniform(random, -BOUND, BOUND)};
  }
}
