package ruru.nn;

import org.jspecify.annotations.Nullable;

/**
 * One step of a network's description: a layer, and the name by which later steps can refer to its output.
 *
 * @param name  null if the step has none
 * @param where names the step in errors, as in "step 3 'maxpool 4'"; null to let the network number it
 */
public record NamedLayer(Layer layer, @Nullable String name, @Nullable String where) {
  /** The name of the network's input, for steps that refer to it. */
  public static final String INPUT = "input";

  public NamedLayer(Layer layer) {
    this(layer, null, null);
  }

  public NamedLayer(Layer layer, @Nullable String name) {
    this(layer, name, null);
  }
}
