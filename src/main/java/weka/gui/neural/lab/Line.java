package weka.gui.neural.lab;

/**
 * A curve as it is drawn.
 *
 * @param name   of the curve, for the legend
 * @param colour its number in the palette
 * @param kind   0 for a solid line, 1 for a dashed and 2 for a dotted one
 * @param x      one for each point
 * @param y      one for each point
 */
record Line(String name, int colour, int kind, double[] x, double[] y) {
  /** Whether this is as the same curve was before: points are added at its end, or left out if they are too many. */
  boolean isAs(Line before) {
    int n = x.length;
    return name.equals(before.name) && colour == before.colour && kind == before.kind && n == before.x.length
        && (n == 0 || x[n - 1] == before.x[n - 1] && Double.compare(y[n - 1], before.y[n - 1]) == 0);
  }
}
