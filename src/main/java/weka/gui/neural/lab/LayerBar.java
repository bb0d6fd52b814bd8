package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import weka.core.neural.playground.HiddenLayers;

/** The hidden layers of a network's notation, with buttons that change their number, their neurons and activations. */
final class LayerBar {
  /** Those that are offered; any other can be typed. */
  static final String[] ACTIVATIONS = {"tanh", "relu", "sigmoid", "linear", "sin", "square", "gauss"};
  private static final int FEWEST_COLUMNS = 4;

  private final WrappingPanel bar = new WrappingPanel();
  private final Consumer<String> changed;
  private final Consumer<String> say;
  private String text = "";

  /**
   * @param changed receives another notation
   * @param say     receives messages for the user
   */
  LayerBar(Consumer<String> changed, Consumer<String> say) {
    this.changed = changed;
    this.say = say;
  }

  Component component() {
    return bar;
  }

  /** Shows a notation. */
  void show(String notation) {
    text = notation;
    List<Component> parts = new ArrayList<>();
    try {
      HiddenLayers hidden = new HiddenLayers(text);
      parts.add(new StepButtons("Hidden layers", hidden.count(), "hidden layers", () -> edit(HiddenLayers::withFewer),
          () -> edit(HiddenLayers::withMore)));
      for (int i = 0; i < hidden.count(); i++) {
        int layer = i;
        StepButtons units = new StepButtons(String.format(Locale.ROOT, "Layer %d", i + 1), hidden.units(i),
            "neurons in layer " + (i + 1), () -> edit(h -> h.withUnits(layer, h.units(layer) - 1)),
            () -> edit(h -> h.withUnits(layer, h.units(layer) + 1)));
        JComboBox<String> own = box("activation " + (i + 1), hidden.activation(i), true, ACTIVATIONS);
        own.getAccessibleContext().setAccessibleName("activation of layer " + (i + 1));
        own.setToolTipText("The activation of layer " + (i + 1));
        own.addActionListener(e -> {
          if (!text(own).equals(new HiddenLayers(text).activation(layer))) {
            edit(h -> h.withActivation(layer, text(own)));
          }
        });
        parts.add(Components.together(units, own));
      }
    } catch (IllegalArgumentException e) {
      parts.add(new JLabel("These layers have no + and -"));
    }
    replace(parts);
  }

  /** Changes the notation, or says why that is not possible. */
  void edit(Function<HiddenLayers, String> change) {
    try {
      changed.accept(change.apply(new HiddenLayers(text)));
    } catch (IllegalArgumentException e) {
      say.accept(String.valueOf(e.getMessage()));
    }
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
      parts.stream().flatMap(LayerBar::all)
          .filter(c -> name.equals(c.getName())).findFirst().ifPresent(Component::requestFocusInWindow);
    }
  }

  /** A component with all that are in it. */
  private static Stream<Component> all(Component part) {
    return Stream.concat(Stream.of(part), part instanceof Container c
        ? Arrays.stream(c.getComponents()).flatMap(LayerBar::all) : Stream.empty());
  }

  /** The activation of all layers; empty if there are none, null if they differ or it is none of those offered. */
  static @Nullable String commonActivation(String notation) {
    try {
      HiddenLayers hidden = new HiddenLayers(notation);
      String common = hidden.commonActivation();
      return hidden.count() == 0 ? "" : common != null && List.of(ACTIVATIONS).contains(common) ? common : null;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A choice, as narrow as its texts allow. */
  static JComboBox<String> box(String name, String first, boolean editable, String... choices) {
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

  /** What is chosen or typed. */
  static String text(JComboBox<String> box) {
    return String.valueOf(box.getSelectedItem()).trim();
  }
}
