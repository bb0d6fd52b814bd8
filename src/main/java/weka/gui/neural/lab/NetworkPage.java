package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.HierarchyEvent;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import weka.core.neural.lab.LabNetwork;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.training.NetworkPreview;
import weka.core.neural.watch.WatchedTraining;

/** The network that learns, as a drawing and as a table of its layers; while none does, the one that is typed. */
final class NetworkPage extends JPanel implements LabPage {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 100;
  private static final int USUAL_WIDTH = 420;
  private static final int USUAL_HEIGHT = 300;
  private static final String NEURONS = "neurons";
  private static final String BOXES = "boxes";
  private static final String SENTENCE = "sentence";

  private final transient Consumer<String> say;
  private final NeuronView neurons = new NeuronView(NEURONS, "drawing of the network's neurons and weights");
  private final transient WeightField field;
  private final BoxView boxes = new BoxView();
  private final JTextArea sentence = new JTextArea();
  private final CardLayout cards = new CardLayout();
  private final JPanel drawings = new JPanel(cards);
  private final JLabel caption = new JLabel(" ");
  private final LayerTable table = new LayerTable();
  private final transient TypedNetwork typed;
  /** Whether the settings were changed since a training was shown. */
  private boolean isTyped = true;
  private boolean isStale = true;
  private boolean trains;
  private transient @Nullable Network network;
  private transient @Nullable LabNetwork names;
  private transient float @Nullable [] weights;

  /** @param say receives messages for the user */
  NetworkPage(LabSetup setup, Consumer<String> say) {
    super(new BorderLayout(0, 4));
    // A text that wraps would otherwise keep the width it has once had.
    setMinimumSize(new Dimension(LEAST, LEAST));
    setPreferredSize(new Dimension(USUAL_WIDTH, USUAL_HEIGHT));
    this.say = say;
    field = new WeightField(neurons, say);
    typed = new TypedNetwork(setup, this::showTyped);
    caption.setName("network caption");
    caption.setBorder(BorderFactory.createEmptyBorder(2, 6, 0, 6));
    sentence.setName("network sentence");
    sentence.setEditable(false);
    sentence.setLineWrap(true);
    sentence.setWrapStyleWord(true);
    sentence.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
    sentence.getAccessibleContext().setAccessibleName("why there is no network");
    drawings.add(new JScrollPane(sentence), SENTENCE);
    drawings.add(new JScrollPane(neurons), NEURONS);
    drawings.add(new JScrollPane(boxes), BOXES);
    JPanel tools = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
    tools.add(
        Components.button("saveDrawing", "Save drawing...", 'W', "Save the drawing as PNG or SVG, or the layers as DOT",
            this::save));
    JPanel above = new JPanel(new BorderLayout());
    above.add(caption, BorderLayout.CENTER);
    above.add(tools, BorderLayout.EAST);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, drawings, new JScrollPane(table));
    split.setResizeWeight(0.75);
    add(above, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    setup.whenChanged(this::settingsChanged);
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing() && isTyped && isStale) {
        request();
      }
    });
  }

  private void settingsChanged() {
    if (trains) {
      return;
    }
    isTyped = true;
    isStale = true;
    if (isShowing()) {
      request();
    }
  }

  private void request() {
    isStale = false;
    typed.request();
  }

  private void showTyped(TypedNetwork.Answer answer) {
    if (!isTyped) {
      return;
    }
    NetworkPreview found = answer.network();
    field.setRun(null);
    weights = null;
    if (found == null) {
      refuse(answer.problem());
    } else {
      draw(found.network(), found.inputs(), answer.outputs());
      caption.setText("The network that Run would train");
    }
  }

  private void refuse(String why) {
    network = null;
    names = null;
    caption.setText("There is no network to draw");
    sentence.setText(why);
    table.show(null);
    cards.show(drawings, SENTENCE);
  }

  private void draw(Network now, List<String> inputs, List<String> outputs) {
    network = now;
    NeuronGraph graph = NeuronGraph.of(now);
    if (graph == null) {
      boxes.setNetwork(now);
    } else {
      neurons.setNetwork(graph, inputs, outputs);
    }
    table.show(now);
    cards.show(drawings, graph == null ? BOXES : NEURONS);
  }

  @Override
  public void forget() {
    isTyped = false;
    names = null;
    weights = null;
  }

  @Override
  public void show(ShownTraining last) {
    WatchedTraining training = last.training();
    trains = !training.hasEnded();
    if (isTyped && !trains) {
      return;
    }
    isTyped = false;
    Network now = training.network();
    if (now == null) {
      refuse("The network has too many parameters to be kept after its training.");
      return;
    }
    LabNetwork known = last.run() == null ? null : last.run().network();
    if (now != network || !Objects.equals(known, names)) {
      names = known;
      draw(now, known == null ? List.of() : known.inputs(), known == null ? List.of() : known.outputs());
    }
    field.setRun(last.run());
    float[] values = last.weights();
    if (values != null && !Arrays.equals(values, weights)) {
      weights = values;
      neurons.setNumbers(values, null);
    }
    WatchedTraining.Moment moment = training.moment();
    if (moment != null) {
      boxes.setHealth(moment.health());
    }
    caption.setText("The network of " + last.name() + (trains ? ", in training" : ", trained"));
  }

  private void save() {
    Network now = network;
    if (now == null) {
      say.accept("There is no network to save a drawing of");
      return;
    }
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), "network.svg"));
    if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
      try {
        DrawingFile.write(chooser.getSelectedFile().toPath(), NeuronGraph.of(now) == null ? boxes : neurons, now);
        say.accept("Saved " + chooser.getSelectedFile());
      } catch (Exception e) {
        say.accept(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
  }
}
