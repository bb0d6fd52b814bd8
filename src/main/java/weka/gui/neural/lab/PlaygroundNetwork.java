package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingUtilities;
import ruru.nn.StepOptimizer;
import ruru.nn.text.Catalog;
import weka.core.neural.playground.HiddenLayers;
import weka.core.neural.playground.PlaygroundSettings;
import weka.core.neural.playground.PlaygroundSettings.Penalty;
import weka.gui.neural.NetworkEditors;

/** The network's settings: its layers by + and - and as text, which is what counts, and how it learns. */
final class PlaygroundNetwork extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String[] ACTIVATIONS = {"tanh", "relu", "sigmoid", "linear"};
  private static final int FEWEST_COLUMNS = 4;
  private static final int SPINNER_COLUMNS = 3;
  private static final List<Penalty> PENALTIES = List.of(Penalty.NONE, Penalty.L1, Penalty.L2);
  private static final String MIXED = "each its own";
  private static final String[] RATES = {"0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"};
  private static final String[] STRENGTHS = {"0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1", "3", "10"};

  private final transient NetworkEditors.Layers layers = new NetworkEditors.Layers();
  private final JComboBox<String> rate = box("learning rate", "0.03", true, RATES);
  private final JComboBox<String> activation = box("activation", "tanh", false, ACTIVATIONS);
  private final JComboBox<String> penalty = box("penalty", "none", false, "none", "L1", "L2");
  private final JComboBox<String> strength = box("strength", "0.001", true, STRENGTHS);
  private final JComboBox<String> optimizer = box("optimizer", "sgd", true, optimizers());
  private final JSpinner batch = new JSpinner(new SpinnerNumberModel(10, 1, 10_000, 1));
  private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
  private final WrappingPanel bar = new WrappingPanel();
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
        edit(h -> h.withActivation(text(activation)));
      }
    });
    add(new WrappingPanel(pair("Rate", 'A', rate), pair("Activation", 'V', activation),
        pair("Penalty", 'P', penalty, strength),
        pair("Optimizer", 'Z', optimizer), pair("Batch", 'C', batch),
        pair("Seed", 'I', seed)), BorderLayout.NORTH);
    add(bar, BorderLayout.CENTER);
    layers.setValue("dense 4 tanh, dense 2 tanh");
    layers.addPropertyChangeListener(e -> layersChanged());
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

  private static JComboBox<String> box(String name, String first, boolean editable, String... choices) {
    JComboBox<String> box = new JComboBox<>(choices);
    box.setName(name);
    box.setEditable(editable);
    box.setSelectedItem(first);
    String longest = Arrays.stream(choices).reduce("", (a, b) -> a.length() >= b.length() ? a : b);
    box.setPrototypeDisplayValue(longest);
    if (box.getEditor().getEditorComponent() instanceof JTextField field) {
      // A column is as wide as an m.
      field.setColumns(Math.max(FEWEST_COLUMNS, longest.length() * 3 / 4));
    }
    return box;
  }

  /** A label and the fields that it is for, the first of which its key leads to. */
  private static JPanel pair(String label, char mnemonic, Component... fields) {
    JPanel pair = new JPanel(new FlowLayout(FlowLayout.LEADING, 2, 0));
    pair.add(Components.label(label, mnemonic, fields[0]));
    for (Component field : fields) {
      pair.add(field);
    }
    return pair;
  }

  private static String text(JComboBox<String> box) {
    return String.valueOf(box.getSelectedItem()).trim();
  }

  private void newRate(DoubleConsumer newRate) {
    if (silent) {
      return;
    }
    try {
      double value = Double.parseDouble(text(rate));
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new NumberFormatException("not above 0");
      }
      newRate.accept(value);
    } catch (NumberFormatException not) {
      say.accept("Rate: expected a number above 0, such as 0.03, got '" + text(rate) + "'");
    }
  }

  private void changed() {
    if (!silent) {
      changed.run();
    }
  }

  private void edit(Function<HiddenLayers, String> change) {
    try {
      layers.setValue(change.apply(new HiddenLayers((String) layers.getValue())));
    } catch (IllegalArgumentException e) {
      say.accept(String.valueOf(e.getMessage()));
    }
  }

  /** The text has changed: by +, by - or by typing. */
  private void layersChanged() {
    List<Component> parts = new ArrayList<>();
    try {
      HiddenLayers hidden = new HiddenLayers((String) layers.getValue());
      parts.add(new StepButtons("Hidden layers", hidden.count(), "hidden layers", () -> edit(HiddenLayers::withFewer),
          () -> edit(HiddenLayers::withMore)));
      for (int i = 0; i < hidden.count(); i++) {
        int layer = i;
        parts.add(new StepButtons(String.format(Locale.ROOT, "Layer %d", i + 1), hidden.units(i),
            "neurons in layer " + (i + 1), () -> edit(h -> h.withUnits(layer, h.units(layer) - 1)),
            () -> edit(h -> h.withUnits(layer, h.units(layer) + 1))));
        JComboBox<String> own = box("activation " + (i + 1), hidden.activation(i), true, ACTIVATIONS);
        own.getAccessibleContext().setAccessibleName("activation of layer " + (i + 1));
        own.setToolTipText("The activation of layer " + (i + 1));
        own.addActionListener(e -> {
          if (!text(own).equals(new HiddenLayers((String) layers.getValue()).activation(layer))) {
            edit(h -> h.withActivation(layer, text(own)));
          }
        });
        parts.add(own);
      }
      silent = true;
      String common = hidden.commonActivation();
      activation.removeItem(MIXED);
      if (hidden.count() > 0 && (common == null || !List.of(ACTIVATIONS).contains(common))) {
        activation.addItem(MIXED);
        activation.setSelectedItem(MIXED);
      } else if (common != null) {
        activation.setSelectedItem(common);
      }
    } catch (IllegalArgumentException e) {
      parts.add(new JLabel("These layers have no + and -"));
    } finally {
      silent = false;
    }
    replace(parts);
    changed();
  }

  /** The focus stays where it was, for whoever presses + again and again. */
  private void replace(List<Component> parts) {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    String name = focused != null && SwingUtilities.isDescendingFrom(focused, bar) ? focused.getName() : null;
    bar.removeAll();
    parts.forEach(bar::add);
    bar.revalidate();
    bar.repaint();
    if (name != null) {
      parts.stream().flatMap(p -> p instanceof Container c ? Arrays.stream(c.getComponents()) : Stream.of(p))
          .filter(c -> name.equals(c.getName())).findFirst().ifPresent(Component::requestFocusInWindow);
    }
  }

  /** The settings as they are. */
  PlaygroundSettings settings() {
    return new PlaygroundSettings((String) layers.getValue(), text(optimizer), text(rate),
        ((Number) batch.getValue()).intValue(), PENALTIES.get(penalty.getSelectedIndex()), text(strength),
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
