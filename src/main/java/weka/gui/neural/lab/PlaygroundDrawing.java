package weka.gui.neural.lab;

import java.awt.CardLayout;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import weka.core.neural.lab.LabNetwork;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.NeuronGraph;

/** The Playground's network: its neurons with their maps and weights, or its layers as boxes if it is large. */
final class PlaygroundDrawing extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String NEURONS = "neurons";
  private static final String BOXES = "boxes";

  private final CardLayout cards;
  private final NeuronView neurons = new NeuronView("playground network",
      "drawing of the network: the output of each neuron over the plane, and the weights between them");
  private final BoxView boxes = new BoxView();
  private final transient WeightField field;
  private final transient PointedNeuron pointed;
  private transient @Nullable Network drawn;

  /**
   * @param say   receives messages for the user
   * @param large receives the map of the neuron that is pointed at, and null where none is
   */
  PlaygroundDrawing(Consumer<String> say, BiConsumer<@Nullable BufferedImage, String> large) {
    cards = new CardLayout();
    setLayout(cards);
    field = new WeightField(neurons, say);
    pointed = new PointedNeuron(neurons, large);
    add(new JScrollPane(neurons), NEURONS);
    add(new JScrollPane(boxes), BOXES);
  }

  /** Another network will come. */
  void forget() {
    drawn = null;
    pointed.setMaps(null);
  }

  /** There is no network. */
  void clear() {
    forget();
    neurons.setNetwork(null, List.of(), List.of());
    boxes.setNetwork(null);
  }

  /** Draws a run's network, unless that is drawn already. */
  void show(LabRun run, @Nullable Network made) {
    field.setRun(run);
    LabNetwork about = run.network();
    if (made == null || made == drawn || about == null) {
      return;
    }
    drawn = made;
    NeuronGraph graph = NeuronGraph.of(made);
    if (graph == null) {
      boxes.setNetwork(made);
    } else {
      neurons.setNetwork(graph, about.inputs(), about.outputs());
    }
    cards.show(this, graph == null ? BOXES : NEURONS);
  }

  /** Draws what the neurons do with some weights. */
  void show(PlaneMaps maps, float @Nullable [] weights) {
    if (maps.neurons() != null && drawn != null) {
      neurons.setNumbers(weights, null);
      neurons.setMaps(maps);
      pointed.setMaps(maps);
    }
  }
}
