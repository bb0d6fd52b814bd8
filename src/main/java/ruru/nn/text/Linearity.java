package ruru.nn.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.layers.Linear;
import ruru.nn.layers.Output;
import ruru.nn.layers.Relu;

/**
 * Detects networks whose hidden layers add nothing: without activations between them, layers with weights form a single
 * linear function, and so does the network up to its output.
 */
public final class Linearity {
  /** Steps shown in the example. */
  private static final int SHOWN = 4;

  private Linearity() {}

  /**
   * Whether there are hidden layers with weights, and all hidden layers together compute a linear function (with a
   * constant) of the inputs. A network without hidden layers, which is linear on purpose, has none.
   *
   * @param steps a network, with its output layer or without
   */
  public static boolean ofHiddenLayers(List<NamedLayer> steps) {
    return of(hidden(steps));
  }

  /** Whether there are layers with weights, and all layers together compute a linear function of the inputs. */
  public static boolean of(List<NamedLayer> steps) {
    return steps.stream().map(NamedLayer::layer).anyMatch(Layer::hasWeights)
        && steps.stream().map(NamedLayer::layer).allMatch(Layer::isLinear);
  }

  /** A sentence for the user if {@link #ofHiddenLayers} holds; else null. */
  public static @Nullable String remark(List<NamedLayer> steps) {
    if (!ofHiddenLayers(steps)) {
      return null;
    }
    return "The hidden layers form a single linear function of the inputs and so add nothing; they need an "
        + "activation, as in '" + example(hidden(steps)) + "'.";
  }

  /** A sentence for the user if the code is a linear function of the encoder's inputs; else null. */
  public static @Nullable String remarkOnCode(List<NamedLayer> encoder) {
    return of(encoder) ? "The code is a linear function of the inputs, as in principal component analysis; layers "
        + "with an activation, as in 'dense 32 relu', can capture more." : null;
  }

  private static List<NamedLayer> hidden(List<NamedLayer> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).layer() instanceof Output) {
        return steps.subList(0, i);
      }
    }
    return steps;
  }

  /** The start of the network with an activation after every layer with weights. */
  private static String example(List<NamedLayer> hidden) {
    List<NamedLayer> active = new ArrayList<>();
    for (NamedLayer s : hidden) {
      if (s.layer() instanceof Linear && s.name() == null) {
        continue;
      }
      if (active.size() >= SHOWN) {
        break;
      }
      active.add(s.layer().hasWeights() ? new NamedLayer(s.layer()) : s);
      if (s.layer().hasWeights()) {
        active.add(new NamedLayer(new Relu(), s.name()));
      }
    }
    return NetworkText.print(active);
  }
}
