package ruru.data.augment;

import ruru.nn.Rng;

/**
 * Smooth random displacements of an image's pixels: normal variates on a coarse grid, interpolated by the cubic of
 * Catmull and Rom, which passes through them.
 */
final class Bend {
  private final int columns;
  private final double spacing;
  private final double[] right;
  private final double[] down;

  /**
   * @param pixels  standard deviation of a displacement
   * @param spacing pixels from one place of the grid to the next
   */
  Bend(Rng random, int height, int width, double pixels, int spacing) {
    this.spacing = spacing;
    // One place before the image, and two after the last one that begins in it.
    columns = width / spacing + 4;
    int rows = height / spacing + 4;
    right = new double[rows * columns];
    down = new double[rows * columns];
    for (int i = 0; i < right.length; i++) {
      right[i] = pixels * random.nextGaussian();
      down[i] = pixels * random.nextGaussian();
    }
  }

  double right(int x, int y) {
    return at(right, x, y);
  }

  double down(int x, int y) {
    return at(down, x, y);
  }

  private double at(double[] grid, int x, int y) {
    int column = (int) (x / spacing);
    int row = (int) (y / spacing);
    double u = x / spacing - column;
    double v = y / spacing - row;
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      int from = (row + j) * columns + column;
      double across = 0;
      for (int i = 0; i < 4; i++) {
        across += weight(i, u) * grid[from + i];
      }
      sum += weight(j, v) * across;
    }
    return sum;
  }

  /** Of the place before, at, after and two after, at a fraction of the way from the second to the third. */
  private static double weight(int place, double t) {
    return switch (place) {
      case 0 -> t * (-0.5 + t * (1 - 0.5 * t));
      case 1 -> 1 + t * t * (-2.5 + 1.5 * t);
      case 2 -> t * (0.5 + t * (2 - 1.5 * t));
      default -> t * t * (-0.5 + 0.5 * t);
    };
  }
}
