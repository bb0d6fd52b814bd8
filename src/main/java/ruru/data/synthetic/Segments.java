package ruru.data.synthetic;

/** Straight lines in the plane: what strokes and outlines are made of. */
final class Segments {
  private Segments() {}

  /** The square of the distance from (x, y) to the line from (ax, ay) to (bx, by). */
  static double squaredDistance(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    double fromX = x - ax - along * dx;
    double fromY = y - ay - along * dy;
    return fromX * fromX + fromY * fromY;
  }
}
