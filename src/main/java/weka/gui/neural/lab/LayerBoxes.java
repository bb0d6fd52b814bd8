package weka.gui.neural.lab;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ruru.nn.Network;

/**
 * Where the layers of a network are drawn as boxes: each one level below the lowest of its inputs, straight below the
 * first of them if there is room. An edge over several levels passes beside the boxes in between.
 */
final class LayerBoxes {
  static final int HEIGHT = 38;
  private static final int BETWEEN_LEVELS = 20;
  private static final int BETWEEN = 18;
  private static final int LANE = 10;

  /** A box, or a place where an edge passes a level; then the node is -1. */
  private static final class Place {
    private final int node;
    private final int level;
    private final List<Place> above = new ArrayList<>();
    private double x;

    private Place(int node, int level) {
      this.node = node;
      this.level = level;
    }

    private double width(int box) {
      return node < 0 ? LANE : box;
    }

    private double wanted() {
      return above.isEmpty() ? 0 : above.get(0).x;
    }
  }

  private final int width;
  private final List<List<Place>> levels = new ArrayList<>();
  private final Place[] places;
  private double left;
  private double right;

  /** @param width of a box */
  LayerBoxes(Network network, int width) {
    this.width = width;
    places = new Place[network.nodes().size()];
    for (int k = 0; k < places.length; k++) {
      int level = 0;
      for (int i : network.nodes().get(k).inputs()) {
        level = Math.max(level, places[i].level + 1);
      }
      places[k] = put(new Place(k, level));
      for (int i : network.nodes().get(k).inputs()) {
        places[k].above.add(lane(places[i], level));
      }
    }
    levels.forEach(this::arrange);
    left = levels.stream().flatMap(List::stream).mapToDouble(p -> p.x - p.width(width) / 2).min().orElse(0);
    right = levels.stream().flatMap(List::stream).mapToDouble(p -> p.x + p.width(width) / 2).max().orElse(0);
  }

  private Place put(Place place) {
    while (levels.size() <= place.level) {
      levels.add(new ArrayList<>());
    }
    levels.get(place.level).add(place);
    return place;
  }

  /** The last place of an edge before the level of its end. */
  private Place lane(Place from, int level) {
    Place last = from;
    for (int l = from.level + 1; l < level; l++) {
      Place next = put(new Place(-1, l));
      next.above.add(last);
      last = next;
    }
    return last;
  }

  /** From left to right, boxes before edges that pass. */
  private void arrange(List<Place> level) {
    level.sort(Comparator.comparingDouble(Place::wanted).thenComparing(p -> p.node < 0));
    double end = Double.NEGATIVE_INFINITY;
    for (Place place : level) {
      double half = place.width(width) / 2;
      place.x = Math.max(place.wanted(), end + BETWEEN + half);
      end = place.x + half;
    }
  }

  /** The size of the whole. */
  Dimension size() {
    return new Dimension((int) Math.ceil(right - left), levels.size() * (HEIGHT + BETWEEN_LEVELS) - BETWEEN_LEVELS);
  }

  /** The box of a node, from the upper left corner of the whole. */
  Rectangle box(int node) {
    Place p = places[node];
    return new Rectangle((int) Math.round(p.x - left - width / 2.0), y(p), width, HEIGHT);
  }

  private static int y(Place place) {
    return place.level * (HEIGHT + BETWEEN_LEVELS);
  }

  /** The edges that end at a node, one for each of its inputs. */
  List<Path2D> edges(int node) {
    List<Path2D> edges = new ArrayList<>();
    for (Place start : places[node].above) {
      Path2D path = new Path2D.Double();
      path.moveTo(places[node].x - left, y(places[node]));
      Place from = places[node];
      Place to = start;
      while (true) {
        double middle = y(from) - BETWEEN_LEVELS / 2.0;
        path.curveTo(from.x - left, middle, to.x - left, middle, to.x - left, y(to) + HEIGHT);
        if (to.node >= 0) {
          break;
        }
        path.lineTo(to.x - left, y(to));
        from = to;
        to = to.above.get(0);
      }
      edges.add(path);
    }
    return edges;
  }
}
