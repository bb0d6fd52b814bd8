package ruru.data.synthetic;

import java.util.random.RandomGenerator;

/**
 * A digit drawn with a pen: strokes through a few points each, which are moved a little at random; the whole is
 * rotated, slanted, stretched and shifted; the pen has a random width. Curves are Catmull-Rom splines (Catmull, Rom
 * 1974).
 */
public final class DigitPicture {
  /** Points of each stroke of each digit, x and y in hundredths of the side; two points are a straight line. */
  private static final int[][][] STROKES = {
      {{50, 10, 27, 24, 20, 50, 27, 76, 50, 90, 73, 76, 80, 50, 73, 24, 50, 10}},
      {{34, 27, 54, 10}, {54, 10, 54, 90}},
      {{25, 29, 36, 13, 60, 10, 75, 25, 68, 46, 46, 68, 24, 90}, {24, 90, 79, 90}},
      {{26, 18, 50, 10, 72, 23, 66, 42, 45, 48}, {45, 48, 69, 54, 76, 70, 63, 87, 42, 90, 23, 81}},
      {{60, 10, 21, 63}, {21, 63, 81, 63}, {62, 32, 62, 90}},
      {{75, 10, 33, 10}, {33, 10, 28, 46}, {28, 46, 50, 39, 72, 49, 76, 69, 60, 87, 38, 90, 22, 81}},
      {{68, 11, 46, 22, 29, 47, 25, 71, 40, 89, 63, 88, 75, 71, 65, 54, 44, 53, 27, 68}},
      {{23, 10, 78, 10}, {78, 10, 59, 42, 47, 70, 43, 90}},
      {{50, 48, 31, 38, 30, 19, 50, 10, 70, 19, 69, 38, 50, 48, 27, 61, 25, 80, 50, 90, 75, 80, 73, 61, 50, 48}},
      {{73, 32, 60, 49, 37, 48, 26, 31, 38, 12, 60, 11, 73, 32}, {73, 32, 72, 60, 66, 78, 56, 91}},
  };

  private static final int LINES_PER_CURVE = 6;
  private static final double POINT = 0.025, TURN = 0.25, SLANT = 0.25, STRETCH = 0.15, MOVE = 0.06, WIDTH = 0.35;
  private static final double HALF_WIDTH = 0.045;
  /** Leaves room for stretching and shifting. */
  private static final double SCALE = 0.85;

  private DigitPicture() {}

  /**
   * How much of each pixel the digit covers, from 0 to 1, [size][size].
   *
   * @param digit      0 to 9
   * @param distortion 0 for always the same image, 1 for roughly human handwriting
   */
  public static double[] draw(int digit, int size, double distortion, RandomGenerator random) {
    double turn = even(random, TURN * distortion);
    double slant = even(random, SLANT * distortion);
    double wide = SCALE * StrictMath.exp(even(random, STRETCH * distortion));
    double high = SCALE * StrictMath.exp(even(random, STRETCH * distortion));
    double right = 0.5 + even(random, MOVE * distortion);
    double down = 0.5 + even(random, MOVE * distortion);
    double halfWidth = HALF_WIDTH * StrictMath.exp(even(random, WIDTH * distortion));
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double[][] lines = new double[STROKES[digit].length][];
    for (int s = 0; s < lines.length; s++) {
      double[] points = new double[STROKES[digit][s].length];
      for (int i = 0; i < points.length; i += 2) {
        double y = high * (STROKES[digit][s][i + 1] / 100.0 - 0.5) + distortion * POINT * random.nextGaussian();
        double x = wide * (STROKES[digit][s][i] / 100.0 - 0.5) + distortion * POINT * random.nextGaussian() - slant * y;
        points[i] = size * (right + cos * x - sin * y);
        points[i + 1] = size * (down + sin * x + cos * y);
      }
      lines[s] = points.length == 4 ? points : spline(points);
    }
    Region region = (x, y) -> Math.sqrt(squaredDistance(lines, x, y)) - size * halfWidth;
    return region.draw(size);
  }

  private static double even(RandomGenerator random, double limit) {
    return limit * (2 * random.nextDouble() - 1);
  }

  private static double squaredDistance(double[][] lines, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] p : lines) {
      for (int i = 2; i < p.length; i += 2) {
        nearest = Math.min(nearest, Segments.squaredDistance(x, y, p[i - 2], p[i - 1], p[i], p[i + 1]));
      }
    }
    return nearest;
  }

  /** Short lines along a smooth curve through the points; the ends are their own neighbours. */
  private static double[] spline(double[] points) {
    int n = points.length / 2;
    double[] result = new double[2 * ((n - 1) * LINES_PER_CURVE + 1)];
    for (int k = 0; k < n - 1; k++) {
      for (int step = 0; step < LINES_PER_CURVE; step++) {
        double t = (double) step / LINES_PER_CURVE;
        for (int axis = 0; axis < 2; axis++) {
          double before = points[2 * Math.max(0, k - 1) + axis];
          double from = points[2 * k + axis];
          double to = points[2 * (k + 1) + axis];
          double after = points[2 * Math.min(n - 1, k + 2) + axis];
          result[2 * (k * LINES_PER_CURVE + step) + axis] = from + 0.5 * t * (to - before
              + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)));
        }
      }
    }
    result[result.length - 2] = points[points.length - 2];
    result[result.length - 1] = points[points.length - 1];
    return result;
  }
}
