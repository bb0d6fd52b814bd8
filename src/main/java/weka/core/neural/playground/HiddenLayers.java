package weka.core.neural.playground;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Activation;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Dense;
import ruru.nn.layers.Linear;
import ruru.nn.layers.Output;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordText;

/**
 * The hidden layers of a network's notation as one changes them by + and -: each dense layer with what follows it up to
 * the next one. Everything that is written beside units and activations stays as it is.
 */
public final class HiddenLayers {
  /** As many neurons as can be drawn in a column, and layers beside each other. */
  public static final int MOST_UNITS = 24;
  public static final int MOST_LAYERS = 8;
  private static final int UNITS_OF_A_NEW_LAYER = 4;
  private static final String USUAL_ACTIVATION = "tanh";
  private static final String NONE = "linear";

  private final List<NamedLayer> steps;
  /** Indices of the dense layers. */
  private final List<Integer> dense = new ArrayList<>();

  /**
   * @param text the notation
   * @throws ruru.nn.text.NotationException if it is none
   */
  public HiddenLayers(String text) {
    this(NetworkText.parse(text));
  }

  private HiddenLayers(List<NamedLayer> steps) {
    this.steps = steps;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).layer() instanceof Dense) {
        dense.add(i);
      }
    }
  }

  /** How many dense layers there are. */
  public int count() {
    return dense.size();
  }

  /** Neurons of a dense layer. */
  public int units(int layer) {
    return ((Dense) steps.get(dense.get(layer)).layer()).units();
  }

  /** The first activation after a dense layer, as a word: "linear" if there is none. */
  public String activation(int layer) {
    int at = activationAt(layer);
    return at < 0 ? NONE : Catalog.nameOf(steps.get(at).layer());
  }

  /** The notation with as many neurons. */
  public String withUnits(int layer, int units) {
    if (units < 1 || units > MOST_UNITS) {
      throw new IllegalArgumentException("neurons: + and - go from 1 to " + MOST_UNITS + "; type more into the layers");
    }
    int at = dense.get(layer);
    Dense old = (Dense) steps.get(at).layer();
    List<NamedLayer> changed = new ArrayList<>(steps);
    changed.set(at, replaced(at, new Dense(units, old.init(), old.bias(), old.biasinit())));
    return NetworkText.print(changed);
  }

  /** The notation with another activation of a dense layer. */
  public String withActivation(int layer, String word) {
    int at = activationAt(layer);
    List<NamedLayer> changed = new ArrayList<>(steps);
    Layer wanted = RecordText.parse(Catalog.LAYERS, word);
    if (at >= 0 && wanted instanceof Linear && steps.get(at).name() == null) {
      changed.remove(at);
    } else if (at >= 0) {
      changed.set(at, replaced(at, wanted));
    } else if (!(wanted instanceof Linear)) {
      int before = dense.get(layer);
      // A name stays with the end of the step.
      changed.set(before, new NamedLayer(steps.get(before).layer()));
      changed.add(before + 1, new NamedLayer(wanted, steps.get(before).name()));
    }
    return NetworkText.print(changed);
  }

  /** The notation with one more dense layer before the output, with the activation of the last. */
  public String withMore() {
    if (count() >= MOST_LAYERS) {
      throw new IllegalArgumentException("hidden layers: + goes up to " + MOST_LAYERS + "; type more into the layers");
    }
    String activation = count() == 0 ? USUAL_ACTIVATION : activation(count() - 1);
    List<NamedLayer> changed = new ArrayList<>(steps);
    int at = end();
    changed.add(at, new NamedLayer(new Dense(count() == 0 ? UNITS_OF_A_NEW_LAYER
        : Math.min(units(count() - 1), UNITS_OF_A_NEW_LAYER))));
    if (!activation.equals(NONE)) {
      changed.add(at + 1, new NamedLayer(RecordText.parse(Catalog.LAYERS, activation)));
    }
    return NetworkText.print(changed);
  }

  /** The notation without the last dense layer and what follows it. */
  public String withFewer() {
    if (count() == 0) {
      throw new IllegalArgumentException("hidden layers: there is none to take away");
    }
    List<NamedLayer> changed = new ArrayList<>(steps);
    changed.subList(dense.get(count() - 1), end()).clear();
    return NetworkText.print(changed);
  }

  /** The notation with the same activation after every dense layer. */
  public String withActivation(String word) {
    String text = NetworkText.print(steps);
    for (int i = 0; i < count(); i++) {
      text = new HiddenLayers(text).withActivation(i, word);
    }
    return text;
  }

  /** The same activation of all dense layers; null if they differ, or there are none. */
  public @Nullable String commonActivation() {
    String first = count() == 0 ? null : activation(0);
    for (int i = 1; i < count(); i++) {
      if (!activation(i).equals(first)) {
        return null;
      }
    }
    return first;
  }

  private NamedLayer replaced(int at, Layer layer) {
    return new NamedLayer(layer, steps.get(at).name());
  }

  /** Index after the last hidden step: that of the output, if it is written. */
  private int end() {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).layer() instanceof Output) {
        return i;
      }
    }
    return steps.size();
  }

  private int activationAt(int layer) {
    int to = layer + 1 < count() ? dense.get(layer + 1) : end();
    for (int i = dense.get(layer) + 1; i < to; i++) {
      if (steps.get(i).layer() instanceof Activation) {
        return i;
      }
    }
    return -1;
  }
}
