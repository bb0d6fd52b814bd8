package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.HierarchyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.SpinnerNumberModel;
import org.jspecify.annotations.Nullable;
import ruru.blas.BlasProvider;
import ruru.nn.Network;
import ruru.nn.health.Backpropagation;
import weka.core.neural.lab.BackpropagationTable;
import weka.core.neural.lab.LabNetwork;
import weka.core.neural.lab.NeuronGraph;

/** Backpropagation of one row, number by number, in a drawing and as a table with formulas. */
final class BackpropagationPage extends JPanel implements LabPage {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 100;
  private static final int USUAL_WIDTH = 420;
  private static final int USUAL_HEIGHT = 300;
  private static final String FORMULAS =
      "Forward: a = w x + b, y = f(a).  Backward: delta = dL/da = f'(a) dL/dy, where "
          + "dL/dy is the sum of w delta over the neurons that y goes to; dL/dw = delta x, dL/db = delta.  "
          + "Update of plain gradient descent: -rate dL/dw.";

  /** A long row must not widen the page. */
  private static final int LABEL = 100;

  private final NeuronView drawing = new NeuronView("backpropagation",
      "drawing of the outputs and gradients of one row");
  private final transient WeightField field;
  private final JSpinner row = new JSpinner(new SpinnerNumberModel(1, 1, 1, 1));
  private final JLabel values = new JLabel(" ");
  private final JTextArea sentence = new JTextArea(FORMULAS);
  private final BackpropagationLines table = new BackpropagationLines();
  private transient @Nullable ShownTraining last;
  private transient @Nullable Network network;
  private transient @Nullable LabNetwork about;
  private transient @Nullable NeuronGraph graph;
  private transient float @Nullable [] weights;
  private int drawnRow;

  /** @param say receives messages for the user */
  BackpropagationPage(Consumer<String> say) {
    super(new BorderLayout(0, 4));
    // A text that wraps would otherwise keep the width it has once had.
    setMinimumSize(new Dimension(LEAST, LEAST));
    setPreferredSize(new Dimension(USUAL_WIDTH, USUAL_HEIGHT));
    field = new WeightField(drawing, say);
    row.setName("row");
    row.setToolTipText("The number of the row among those that are trained on");
    row.addChangeListener(e -> refresh());
    values.setName("row values");
    values.setPreferredSize(new Dimension(LABEL, row.getPreferredSize().height));
    sentence.setName("formulas");
    sentence.setEditable(false);
    sentence.setLineWrap(true);
    sentence.setWrapStyleWord(true);
    sentence.setBorder(BorderFactory.createEmptyBorder(2, 6, 4, 6));
    sentence.getAccessibleContext().setAccessibleName("formulas of backpropagation");
    JPanel choice = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    choice.add(Components.label("Row", 'W', row));
    choice.add(row);
    JPanel above = new JPanel(new BorderLayout());
    above.add(choice, BorderLayout.WEST);
    above.add(values, BorderLayout.CENTER);
    JPanel below = new JPanel(new BorderLayout());
    below.add(sentence, BorderLayout.NORTH);
    below.add(new JScrollPane(table), BorderLayout.CENTER);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(drawing), below);
    split.setResizeWeight(0.5);
    add(above, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    forget();
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
        refresh();
      }
    });
  }

  @Override
  public void forget() {
    last = null;
    clear("Press One batch: the network is made and waits before its first update, with the numbers of one row shown "
        + "here.");
  }

  private void clear(String why) {
    network = null;
    graph = null;
    weights = null;
    about = null;
    drawing.setNetwork(null, List.of(), List.of());
    table.show(List.of());
    values.setText(" ");
    sentence.setText(why);
  }

  @Override
  public void show(ShownTraining now) {
    last = now;
    refresh();
  }

  private void refresh() {
    ShownTraining now = last;
    if (now == null || !isShowing()) {
      return;
    }
    field.setRun(now.run());
    LabNetwork known = now.run() == null ? null : now.run().network();
    Network trained = now.training().network();
    if (known == null || trained == null) {
      clear("Backpropagation is shown of networks that are trained in the lab.");
      return;
    }
    if (trained != network || !Objects.equals(known, about)) {
      begin(trained, known);
    }
    float[] latest = now.weights();
    int wanted = ((Number) row.getValue()).intValue();
    if (graph != null && latest != null && (wanted != drawnRow || !Arrays.equals(latest, weights))) {
      weights = latest;
      drawnRow = wanted;
      double[] rates = now.training().rate().points()[1];
      draw(trained, known, graph, latest, rates.length > 0 ? rates[rates.length - 1] : baseRate(now));
    }
  }

  /** The rate before the first epoch has ended; NaN if it is not known. */
  private static double baseRate(ShownTraining now) {
    return now.training().running() == null ? Double.NaN : now.training().running().trainer().baseRate();
  }

  private void begin(Network trained, LabNetwork known) {
    NeuronGraph made = NeuronGraph.of(trained);
    String obstacle = made == null
        ? "This network is too large, or has layers that are no neurons: choose Layers with at most " + NeuronGraph.MOST
            + " inputs and neurons, such as dense 4 tanh."
        : Backpropagation.obstacle(trained);
    clear(obstacle == null ? FORMULAS : obstacle);
    network = trained;
    about = known;
    if (obstacle == null) {
      graph = made;
      drawing.setNetwork(made, known.inputs(), known.outputs());
      int chosen = Math.min(((Number) row.getValue()).intValue(), known.rows().size());
      row.setModel(new SpinnerNumberModel(chosen, 1, known.rows().size(), 1));
    }
  }

  private void draw(Network trained, LabNetwork known, NeuronGraph drawn, float[] latest, double rate) {
    Backpropagation numbers = Backpropagation.of(trained, latest, known.loss(), known.data(), drawnRow - 1,
        BlasProvider.get());
    drawing.setNumbers(latest, numbers);
    table.show(BackpropagationTable.of(drawn, numbers, latest, rate));
    String text = "loss " + BackpropagationTable.text(numbers.loss()) + "; " + known.row(drawnRow - 1);
    values.setText(text);
    values.setToolTipText("Row " + drawnRow + ": " + text);
  }
}
