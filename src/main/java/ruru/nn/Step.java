package ruru.nn;

/**
 * One step of a network's description: a layer, and the name by which later steps can refer to its output.
 *
 * @param name null if the step has none
 */
public record Step(Layer layer, String name) {
  /** The name of the network's input, for steps that refer to it. */
  public static final String INPUT = "input";

  public Step(Layer layer) {
    this(layer, null);
  }
}
