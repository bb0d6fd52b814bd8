package ruru.nn.text;

import java.util.List;
import ruru.nn.Activation;
import ruru.nn.Network;
import ruru.nn.NotationWord;
import ruru.nn.Shape;
import ruru.nn.Usage;

/** What the help says of a layer beside its settings: its kind, its shapes and an example. */
final class LayerHelp {
  /** Classes in the examples. */
  private static final int CLASSES = 3;

  private LayerHelp() {}

  /** A layer's kind; activations need not say theirs. */
  static Usage.Kind kind(Class<?> layer) {
    return Activation.class.isAssignableFrom(layer) ? Usage.Kind.ACTIVATION : usage(layer).kind();
  }

  /** The names of all layers of a kind, sorted. */
  static List<String> names(Usage.Kind kind) {
    return Catalog.LAYERS.names().stream().filter(name -> kind(Catalog.LAYERS.get(name)) == kind).toList();
  }

  /** Two lines for each form of input: the shapes, and an example with those that it really has. */
  static String shapes(Class<?> layer) {
    if (Activation.class.isAssignableFrom(layer)) {
      return lines("[...] -> [...]", "20", "dense 64 " + NotationWord.of(layer));
    }
    StringBuilder text = new StringBuilder();
    for (Usage.Example e : usage(layer).value()) {
      text.append(lines(e.shapes(), e.input(), e.layers()));
    }
    return text.toString();
  }

  private static String lines(String shapes, String input, String layers) {
    Network network = new Network(Shape.parse(input), CLASSES, NetworkText.parse(layers));
    return "    Shapes: " + shapes + "\n    Example: '" + layers + "' turns " + network.inputShape()
        + " into " + network.outputShape() + "\n";
  }

  private static Usage usage(Class<?> layer) {
    Usage usage = layer.getAnnotation(Usage.class);
    if (usage == null) {
      throw new IllegalStateException(layer + " has no @Usage");
    }
    return usage;
  }
}
