package ruru.nn.text;

import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Setting;
import ruru.nn.Usage;

/** Help on everything that the notation knows, generated from the records. */
public final class Help {
  /** Where a user of the installed package finds this help. */
  public static final String PLACE = "notation.md in the package's folder doc, and under 'More' in NeuralNet's options";

  private Help() {}

  /**
   * How layers are written, for beginners: an example, the grammar in two sentences, the presets.
   *
   * @param last the layer that the user need not write: "The output layer"
   */
  public static String ofGrammar(String last) {
    return "Layers are one line of text, such as\n\n    dense 64 relu, dropout 0.2, dense 32 relu\n\n"
        + "Layers are separated by commas; each is a name and its settings, in order or as name=value, followed "
        + "by activations. " + last + " is added automatically, and the first may be a preset: "
        + String.join(", ", Presets.names()) + ".";
  }

  /** All members of a catalog with their settings, ranges and defaults. */
  public static String of(Catalog<?> catalog) {
    StringBuilder text = new StringBuilder();
    for (String name : catalog.names()) {
      text.append(of(catalog.get(name)));
    }
    return text.toString();
  }

  /** All layers, kind by kind. */
  public static String ofLayers() {
    StringBuilder text = new StringBuilder();
    for (Usage.Kind kind : Usage.Kind.values()) {
      text.append(kind.title()).append("\n\n").append(of(kind)).append('\n');
    }
    return text.toString();
  }

  /** All layers of a kind. */
  static String of(Usage.Kind kind) {
    return LayerHelp.names(kind).stream().map(name -> of(Catalog.LAYERS.get(name))).collect(Collectors.joining());
  }

  /** One member: how it is written, what it does, for a layer shapes and examples, and a line per setting. */
  public static String of(Class<?> type) {
    StringBuilder text = new StringBuilder(RecordText.usage(type)).append('\n');
    Description description = type.getAnnotation(Description.class);
    if (description == null) {
      throw new IllegalStateException(type + " has no @Description");
    }
    text.append("    ").append(description.value()).append('\n');
    if (Layer.class.isAssignableFrom(type)) {
      text.append(LayerHelp.shapes(type));
    }
    for (RecordComponent c : type.getRecordComponents()) {
      Setting s = RecordText.setting(c);
      text.append("      ").append(c.getName()).append(": ").append(s.value());
      if (c.getType() == int.class || c.getType() == double.class) {
        text.append("; ").append(Value.range(s));
      }
      text.append(RecordText.isRequired(c) ? "" : " (default " + RecordText.byDefault(c) + ")").append('\n');
    }
    return text.toString();
  }

  /** The presets, with the layers that they stand for. */
  public static String ofPresets() {
    StringBuilder text = new StringBuilder();
    for (String name : Presets.names()) {
      text.append(name).append("\n    ").append(Presets.text(name)).append('\n');
    }
    return text.toString();
  }
}
