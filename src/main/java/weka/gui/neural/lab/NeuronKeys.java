package weka.gui.neural.lab;

import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronGraph.Connection;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/**
 * How something in a drawing of neurons is chosen: with the mouse; with the arrow keys among neurons, and with Shift
 * among the lines that end at one.
 */
final class NeuronKeys {
  private final JComponent drawing;
  private final NeuronChoice choice;

  <T extends JComponent & NeuronChoice> NeuronKeys(T view) {
    drawing = view;
    choice = view;
    key("LEFT", () -> move(-1, 0));
    key("RIGHT", () -> move(1, 0));
    key("UP", () -> move(0, -1));
    key("DOWN", () -> move(0, 1));
    key("shift UP", () -> line(-1));
    key("shift DOWN", () -> line(1));
    key("ESCAPE", () -> view.choose(null));
    view.addMouseListener(new MouseAdapter() {
      @Override
      public void mousePressed(MouseEvent e) {
        view.requestFocusInWindow();
        NeuronPlaces places = view.places();
        view.choose(places == null ? null : places.at(e.getX(), e.getY()));
      }
    });
  }

  private void key(String stroke, Runnable action) {
    Components.onKey(drawing, stroke, action);
  }

  private void move(int columns, int units) {
    NeuronGraph graph = choice.graph();
    if (graph == null) {
      return;
    }
    Spot now = choice.spot();
    int column = now == null ? 0 : clip(now.column() + columns, graph.columns().size());
    int unit = now == null ? 0 : clip(now.unit() + units, graph.columns().get(column).units());
    choose(new Spot(column, unit, null));
  }

  private void line(int by) {
    NeuronGraph graph = choice.graph();
    Spot now = choice.spot();
    if (graph == null || now == null) {
      return;
    }
    List<Connection> lines = graph.into(now.column(), now.unit());
    if (!lines.isEmpty()) {
      int at = now.line() == null ? (by > 0 ? 0 : lines.size() - 1) : lines.indexOf(now.line()) + by;
      choose(new Spot(now.column(), now.unit(), lines.get(clip(at, lines.size()))));
    }
  }

  private static int clip(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  private void choose(Spot spot) {
    choice.choose(spot);
    Rectangle around = around(choice.places(), spot);
    if (around != null) {
      drawing.scrollRectToVisible(around);
    }
  }

  private static @Nullable Rectangle around(@Nullable NeuronPlaces places, Spot spot) {
    if (places == null) {
      return null;
    }
    Point2D at = centre(places, spot);
    int r = (int) places.radius() + 6;
    return new Rectangle((int) at.getX() - r, (int) at.getY() - r, 2 * r, 2 * r);
  }

  /** The middle of a line, or of a neuron. */
  static Point2D centre(NeuronPlaces places, Spot spot) {
    if (spot.line() == null) {
      return places.neuron(spot.column(), spot.unit());
    }
    Line2D line = places.line(spot.line());
    return new Point2D.Double((line.getX1() + line.getX2()) / 2, (line.getY1() + line.getY2()) / 2);
  }
}
