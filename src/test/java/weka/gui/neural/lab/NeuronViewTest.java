package weka.gui.neural.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.Shape;
import ruru.nn.health.Backpropagation;
import ruru.nn.losses.Squared;
import ruru.nn.text.NetworkText;
import ruru.nn.train.ArrayDataset;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronGraph.Connection;
import weka.gui.neural.lab.NeuronPlaces.Spot;

class NeuronViewTest {
  private static final float[] WEIGHTS = {2, -2, 0.01f, 1, 0.5f, -0.5f, 1, 1, 0};

  private final Network network = new Network(Shape.of(2), 1, NetworkText.parse("dense 2 tanh, output"));
  private final NeuronGraph graph = NeuronGraph.of(network);
  private final NeuronView view = new NeuronView("neurons", "a network");

  @BeforeEach
  void show() {
    view.setSize(500, 300);
    view.setNetwork(graph, List.of("length", "width"), List.of("class = a"));
    view.setNumbers(WEIGHTS, null);
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    view.paintComponent(g);
    g.dispose();
    return image;
  }

  /** The fraction of a line, from neuron to neuron, that is coloured more red than blue (1) or the other way (-1). */
  private double part(BufferedImage image, Connection of, int sign) {
    Line2D line = view.places().line(of);
    double r = view.places().radius() + 2;
    double length = line.getP1().distance(line.getP2());
    int n = 0;
    int hits = 0;
    for (double at = r; at < length - r; at++) {
      double p = at / length;
      Color c = new Color(image.getRGB((int) (line.getX1() + p * (line.getX2() - line.getX1())),
          (int) (line.getY1() + p * (line.getY2() - line.getY1()))));
      hits += sign * (c.getRed() - c.getBlue()) > 40 ? 1 : 0;
      n++;
    }
    return (double) hits / n;
  }

  @Test
  void aPositiveWeightIsASolidLineAndANegativeOneDashedInAnotherColour() {
    BufferedImage image = image();
    Connection positive = graph.into(1, 0).get(0);
    Connection negative = graph.into(1, 1).get(0);
    assertEquals(0, positive.parameter());
    assertEquals(1, negative.parameter());
    assertThat(part(image, positive, 1)).isGreaterThan(0.9);
    assertThat(part(image, negative, -1)).isBetween(0.4, 0.8);
    view.setNumbers(new float[] {-2, 2, 0.01f, 1, 0.5f, -0.5f, 1, 1, 0}, null);
    assertThat(part(image(), positive, -1)).isBetween(0.4, 0.8);
  }

  private String tip(Point2D at) {
    return view.getToolTipText(
        new MouseEvent(view, MouseEvent.MOUSE_MOVED, 0, 0, (int) at.getX(), (int) at.getY(), 0, false));
  }

  @Test
  void theMouseFindsNeuronsAndWeights() {
    NeuronPlaces places = view.places();
    assertThat(tip(places.neuron(1, 1))).startsWith("Neuron: dense1, neuron 2; bias -0.500000").contains("tangent");
    assertThat(tip(places.neuron(0, 1))).startsWith("Neuron: input 2, width");
    Connection weight = graph.into(2, 0).get(0);
    Line2D line = places.line(weight);
    assertThat(tip(new Point2D.Double((line.getX1() + line.getX2()) / 2, (line.getY1() + line.getY2()) / 2)))
        .isEqualTo("Weight from dense1, neuron 1 to output1, neuron 1, class = a; weight 1.00000");
    assertNull(tip(new Point2D.Double(1, 1)));
  }

  @Test
  void theNumbersOfARowAreInTheTips() {
    Backpropagation row = Backpropagation.of(network, WEIGHTS, new Squared(),
        new ArrayDataset(Shape.of(2), Shape.of(1), new float[] {1, 0}, new float[] {1}, null, null), 0,
        BlasProvider.get());
    view.setNumbers(WEIGHTS, row);
    assertThat(tip(view.places().neuron(1, 0))).contains("dense1 2.50000, gradient of the loss ")
        .contains("tanh1 0.986614");
    image();
  }

  private void press(String key) {
    view.getActionMap().get(key).actionPerformed(new ActionEvent(view, ActionEvent.ACTION_PERFORMED, key));
  }

  @Test
  void arrowKeysReachEveryNeuronAndWeightAndItsValueIsSpoken() {
    press("RIGHT");
    assertEquals(new Spot(0, 0, null), view.spot());
    press("RIGHT");
    press("DOWN");
    assertEquals(new Spot(1, 1, null), view.spot());
    assertThat(view.getAccessibleContext().getAccessibleDescription())
        .startsWith("Neuron: dense1, neuron 2; bias -0.5");
    BufferedImage ring = image();
    press("shift DOWN");
    press("shift DOWN");
    assertEquals(graph.into(1, 1).get(1), view.spot().line());
    assertThat(view.getAccessibleContext().getAccessibleDescription())
        .isEqualTo("Weight from input 2, width to dense1, neuron 2; weight 1.00000");
    press("ESCAPE");
    assertNull(view.spot());
    Point2D at = view.places().neuron(1, 1);
    int x = (int) (at.getX() + view.places().radius() + 4);
    assertTrue(ring.getRGB(x, (int) at.getY()) != image().getRGB(x, (int) at.getY()), "the ring");
  }

  @Test
  void withoutANetworkTheDrawingIsEmpty() {
    view.setNetwork(null, List.of(), List.of());
    assertNull(view.places());
    assertNull(tip(new Point2D.Double(100, 100)));
    assertNotNull(image());
  }
}
