package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import ruru.nn.StepOptimizer;
import ruru.nn.text.Catalog;
import weka.core.neural.playground.PlaygroundSettings;
import weka.core.neural.playground.PlaygroundSettings.Penalty;
import weka.gui.neural.NetworkEditors;

/** The network's settings: its layers by + and - and as text, which is what counts, and how it learns. */
final class PlaygroundNetwork extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int SPINNER_COLUMNS = 3;
  private static final List<Penalty> PENALTIES = List.of(Penalty.NONE, Penalty.L1, Penalty.L2);
  private static final String MIXED = "each its own";
  private static final String[] RATES = {"0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"};
  private static final String[] STRENGTHS = {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"};

  private final transient NetworkEditors.Layers layers = new NetworkEditors.Layers();
  private final JComboBox<String> rate = LayerBar.box("learning rate", "0.03", true, RATES);
  private final JComboBox<String> activation = LayerBar.box("activation", "tanh", false, LayerBar.ACTIVATIONS);
  private final JComboBox<String> penalty = LayerBar.box("penalty", "none", false, "none", "L1", "L2");
  private final JComboBox<String> strength = LayerBar.box("strength", "0.001", true, STRENGTHS);
  private final JComboBox<String> optimizer = LayerBar.box("optimizer", "sgd", true, optimizers());
  private final JSpinner batch = new JSpinner(new SpinnerNumberModel(10, 1, 10_000, 1));
  private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
  private final transient LayerBar bar;
  private final transient Runnable changed;
  private final transient Consumer<String> say;
  private boolean silent;

  /**
   * @param changed another network is wanted
   * @param newRate the same network is to learn at another rate
   * @param say     receives messages for the user
   */
  PlaygroundNetwork(Runnable changed, DoubleConsumer newRate, Consumer<String> say) {
    super(new BorderLayout());
    this.changed = changed;
    this.say = say;
    bar = new LayerBar(layers::setValue, say);
    for (JSpinner spinner : List.of(batch, seed)) {
      ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setColumns(SPINNER_COLUMNS);
    }
    batch.setName("batch size");
    batch.setToolTipText("Rows of one update: 1 is online learning");
    seed.setName("weight seed");
    seed.setToolTipText("The initial weights and the order of the rows: the same seed, the same result");
    penalty
        .setToolTipText("What is added to the loss so that weights stay small: L1 makes many of them 0, L2 all small");
    strength.setToolTipText("How much weights are penalised");
    strength.getAccessibleContext().setAccessibleName("strength of the penalty");
    rate.setToolTipText("How far an update goes; it can be changed while it trains");
    activation.setToolTipText("The bend of each hidden neuron; linear is none, so that layers are of no use");
    optimizer.setToolTipText("How the gradient becomes an update; sgd is the rate times the gradient");
    rate.addActionListener(e -> newRate(newRate));
    List.of(penalty, strength, optimizer).forEach(b -> b.addActionListener(e -> changed()));
    List.of(batch, seed).forEach(s -> s.addChangeListener(e -> changed()));
    activation.addActionListener(e -> {
      if (!silent && !MIXED.equals(activation.getSelectedItem())) {
        bar.edit(h -> h.withActivation(LayerBar.text(activation)));
      }
    });
    add(new WrappingPanel(pair("Rate", 'A', rate), pair("Activation", 'V', activation),
        pair("Penalty", 'Y', penalty, strength),
        pair("Optimizer", 'Z', optimizer), pair("Batch", 'C', batch),
        pair("Seed", 'D', seed)), BorderLayout.NORTH);
    add(bar.component(), BorderLayout.CENTER);
    layers.setValue("dense 4 tanh, dense 2 tanh");
    layers.addPropertyChangeListener(e -> layersChanged());
    layers.whenRefusalChanges(this::changed);
    layersChanged();
  }

  /** The field for the layers' text. */
  JComponent textField() {
    JPanel line = new JPanel(new BorderLayout(6, 0));
    line.setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
    JComponent field = (JComponent) layers.getCustomEditor();
    JLabel label = Components.label("Layers", 'L', Components.first(field, JComboBox.class));
    label.setVerticalAlignment(JLabel.TOP);
    line.add(label, BorderLayout.WEST);
    line.add(field, BorderLayout.CENTER);
    return line;
  }

  private static String[] optimizers() {
    return Catalog.OPTIMIZERS.names().stream()
        .filter(n -> StepOptimizer.class.isAssignableFrom(Catalog.OPTIMIZERS.get(n))).toArray(String[]::new);
  }

  /** A label and the fields that it is for, the first of which its key leads to. */
  private static JPanel pair(String label, char mnemonic, Component... fields) {
    return Components.together(Stream.concat(Stream.of(Components.label(label, mnemonic, fields[0])),
        Arrays.stream(fields)).toArray(Component[]::new));
  }

  private void newRate(DoubleConsumer newRate) {
    if (silent) {
      return;
    }
    try {
      double value = Double.parseDouble(LayerBar.text(rate));
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new NumberFormatException("not above 0");
      }
      newRate.accept(value);
    } catch (NumberFormatException not) {
      say.accept("Rate: expected a number above 0, such as 0.03, got '" + LayerBar.text(rate) + "'");
    }
  }

  private void changed() {
    if (!silent) {
      changed.run();
    }
  }

  /** The text has changed: by +, by - or by typing. */
  private void layersChanged() {
    String text = (String) layers.getValue();
    bar.show(text);
    silent = true;
    String common = LayerBar.commonActivation(text);
    activation.removeItem(MIXED);
    if (common == null) {
      activation.addItem(MIXED);
      activation.setSelectedItem(MIXED);
    } else if (!common.isEmpty()) {
      activation.setSelectedItem(common);
    }
    silent = false;
    changed();
  }

  /**
   * The settings as they are.
   *
   * @throws IllegalArgumentException if the layers' text is refused
   */
  PlaygroundSettings settings() {
    layers.requireAccepted();
    return new PlaygroundSettings((String) layers.getValue(), LayerBar.text(optimizer), LayerBar.text(rate),
        ((Number) batch.getValue()).intValue(), PENALTIES.get(penalty.getSelectedIndex()), LayerBar.text(strength),
        ((Number) seed.getValue()).intValue());
  }

  /** Takes over settings, such as those of an example. */
  void choose(PlaygroundSettings s) {
    silent = true;
    optimizer.setSelectedItem(s.optimizer());
    rate.setSelectedItem(s.rate());
    batch.setValue(s.batch());
    penalty.setSelectedIndex(PENALTIES.indexOf(s.penalty()));
    strength.setSelectedItem(s.strength());
    seed.setValue(s.seed());
    layers.setValue(s.layers());
    silent = false;
    changed();
  }
}
