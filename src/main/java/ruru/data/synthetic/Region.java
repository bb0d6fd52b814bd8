package ruru.data.synthetic;

/** A part of the plane, by the distance from its border: below 0 inside. x goes right and y down, in pixels. */
interface Region {
  double distance(double x, double y);

  /**
   * How much of each pixel the region covers, from 0 to 1, [size][size]: by the distance of the pixel's centre, falling
   * off over the width of a pixel. Only additions, products and roots, which are the same on every machine.
   */
  default double[] draw(int size) {
    double[] picture = new double[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture[y * size + x] = Math.max(0, Math.min(1, 0.5 - distance(x + 0.5, y + 0.5)));
      }
    }
    return picture;
  }
}
