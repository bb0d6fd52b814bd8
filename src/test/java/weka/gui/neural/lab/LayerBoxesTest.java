package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.text.NetworkText;

class LayerBoxesTest {
  private static final int WIDTH = 100;

  private static Network network(String layers) {
    return new Network(Shape.of(6), 2, NetworkText.parse(layers));
  }

  @Test
  void aChainIsStraight() {
    Network chain = network("dense 8 relu, dense 8 relu, output");
    LayerBoxes boxes = new LayerBoxes(chain, WIDTH);
    for (int k = 0; k < chain.nodes().size(); k++) {
      assertEquals(0, boxes.box(k).x);
    }
    assertEquals(WIDTH, boxes.size().width);
    assertEquals(boxes.size().height, boxes.box(chain.nodes().size() - 1).getMaxY());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dense 8 as a, relu, dense 8, add a, output",
      "dense 8 as a, relu as r, from input, dense 4 as b, tanh, concat r a, output",
      "dense 8 as a, dense 8 as b, dense 8, add a, dense 8, add b, dense 8, add a b, output"})
  void boxesAndEdgesKeepOutOfEachOthersWay(String layers) {
    Network network = network(layers);
    LayerBoxes boxes = new LayerBoxes(network, WIDTH);
    Rectangle all = new Rectangle(boxes.size());
    for (int k = 0; k < network.nodes().size(); k++) {
      assertThat(all.contains(boxes.box(k))).as("box " + k).isTrue();
      assertThat(boxes.edges(k)).hasSize(network.nodes().get(k).inputs().length);
      for (int other = 0; other < network.nodes().size(); other++) {
        Rectangle inner = boxes.box(other);
        inner.grow(-1, -1);
        assertFalse(other != k && inner.intersects(boxes.box(k)), k + " and " + other);
        for (var edge : boxes.edges(k)) {
          assertFalse(touches(edge.getPathIterator(null, 0.5), inner), "an edge to " + k + " crosses " + other);
        }
      }
    }
  }

  private static boolean touches(PathIterator path, Rectangle box) {
    double[] at = new double[6];
    double x = Double.NaN;
    double y = Double.NaN;
    for (; !path.isDone(); path.next()) {
      boolean moves = path.currentSegment(at) == PathIterator.SEG_MOVETO;
      if (!moves && box.intersectsLine(x, y, at[0], at[1])) {
        return true;
      }
      x = at[0];
      y = at[1];
    }
    return false;
  }
}
