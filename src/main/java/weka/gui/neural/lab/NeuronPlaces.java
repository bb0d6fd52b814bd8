package weka.gui.neural.lab;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronGraph.Connection;

/** Where the neurons of a graph are in a drawing of some size, and what is at a point. */
final class NeuronPlaces {
  private static final double LARGEST_SPACING = 90;
  private static final double SMALLEST_RADIUS = 4;
  /** Of a neuron, unless another is wanted. */
  static final double LARGEST_RADIUS = 19;
  private static final double NEAR = 5;

  /**
   * A neuron, or a line that ends at it.
   *
   * @param line null if the neuron itself is meant
   */
  record Spot(int column, int unit, @Nullable Connection line) {}

  private final NeuronGraph graph;
  private final double left;
  private final double width;
  private final double top;
  private final double height;
  private final double radius;

  /**
   * @param left   of the inputs' centres
   * @param right  of the outputs' centres
   * @param top    of the space for neurons
   * @param bottom of the space for neurons
   */
  NeuronPlaces(NeuronGraph graph, double left, double right, double top, double bottom) {
    this(graph, left, right, top, bottom, LARGEST_RADIUS);
  }

  /** @param largest radius of a neuron, if there is room */
  NeuronPlaces(NeuronGraph graph, double left, double right, double top, double bottom, double largest) {
    this.graph = graph;
    this.left = left;
    this.width = Math.max(1, right - left);
    this.top = top;
    this.height = Math.max(1, bottom - top);
    int most = graph.columns().stream().mapToInt(NeuronGraph.Column::units).max().orElse(1);
    radius = Math.max(SMALLEST_RADIUS, Math.min(largest, 0.43 * height / most));
  }

  double radius() {
    return radius;
  }

  double x(int column) {
    return left + width * column / (graph.columns().size() - 1);
  }

  Point2D neuron(int column, int unit) {
    int units = graph.columns().get(column).units();
    double spacing = Math.min(LARGEST_SPACING, height / units);
    return new Point2D.Double(x(column), top + height / 2 + (unit - (units - 1) / 2.0) * spacing);
  }

  Line2D line(Connection c) {
    return new Line2D.Double(neuron(c.from(), c.fromUnit()), neuron(c.to(), c.toUnit()));
  }

  /** Null if nothing is there. */
  @Nullable
  Spot at(double x, double y) {
    for (int c = 0; c < graph.columns().size(); c++) {
      for (int u = 0; u < graph.columns().get(c).units(); u++) {
        if (neuron(c, u).distance(x, y) <= radius + 1) {
          return new Spot(c, u, null);
        }
      }
    }
    Connection nearest = null;
    double least = NEAR;
    List<Connection> lines = graph.connections();
    for (Connection line : lines) {
      double distance = line(line).ptSegDist(x, y);
      if (distance < least) {
        least = distance;
        nearest = line;
      }
    }
    return nearest == null ? null : new Spot(nearest.to(), nearest.toUnit(), nearest);
  }
}
