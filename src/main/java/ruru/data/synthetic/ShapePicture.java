package ruru.data.synthetic;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A circle, square, triangle or five-pointed star of random size, position and orientation. Each lies within a circle,
 * inside the image, of a radius from 0.2 to 0.45 of the image's side. In alphabetical order, like the subfolders of an
 * image folder.
 */
public enum ShapePicture {
  CIRCLE(0, 1), SQUARE(4, 1), STAR(5, 0.45), TRIANGLE(3, 1);

  private static final double SMALLEST = 0.2, LARGEST = 0.45;

  private final int corners;
  private final double inner;

  /** @param inner the radius of inward corners relative to that of the others; 1 for none */
  ShapePicture(int corners, double inner) {
    this.corners = corners;
    this.inner = inner;
  }

  /** The name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How much of each pixel the shape covers, from 0 to 1, [size][size]. */
  public double[] draw(int size, RandomGenerator random) {
    return draw(size, SMALLEST, LARGEST, random);
  }

  /** @param smallest the smallest radius of the circle around the shape, as a fraction of the image's side */
  double[] draw(int size, double smallest, double largest, RandomGenerator random) {
    double radius = size * (smallest + (largest - smallest) * random.nextDouble());
    double x = radius + (size - 2 * radius) * random.nextDouble();
    double y = radius + (size - 2 * radius) * random.nextDouble();
    double direction = 2 * Math.PI * random.nextDouble();
    Region region = this == CIRCLE
        ? (px, py) -> Math.sqrt((px - x) * (px - x) + (py - y) * (py - y)) - radius
        : polygon(x, y, radius, direction);
    return region.draw(size);
  }

  private Region polygon(double x, double y, double radius, double direction) {
    int n = inner == 1 ? corners : 2 * corners;
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      double r = n == corners || i % 2 == 0 ? radius : inner * radius;
      xs[i] = x + r * StrictMath.cos(direction + 2 * Math.PI * i / n);
      ys[i] = y + r * StrictMath.sin(direction + 2 * Math.PI * i / n);
    }
    return (px, py) -> polygonDistance(xs, ys, px, py);
  }

  /** The nearest side, and inside if a ray to the right crosses an odd number of sides. */
  private static double polygonDistance(double[] xs, double[] ys, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      nearest = Math.min(nearest, Segments.squaredDistance(x, y, xs[j], ys[j], xs[i], ys[i]));
      boolean crosses = ys[i] > y != ys[j] > y;
      if (crosses && x < xs[i] + (y - ys[i]) * (xs[j] - xs[i]) / (ys[j] - ys[i])) {
        inside = !inside;
      }
    }
    double distance = Math.sqrt(nearest);
    return inside ? -distance : distance;
  }
}
