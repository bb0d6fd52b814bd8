package ruru.nn;

/**
 * One step of a network's description: a layer, and the name by which later steps can refer to its output.
 *
 * @param name  null if the step has none
 * @param where names the step in errors, as in "step 3 'maxpool 4'"; null lets the network number it
 */
public record Step(Layer layer, String name, String where) {
  /** The name of the network's input, for steps that refer to it. */
  public static final String INPUT = "input";

  private static final String ITS_INPUT = "\0input";

  /** Stands in {@link Layer#inputs} for what the named step itself takes as its first input. */
  public static String inputOf(String name) {
    return name + ITS_INPUT;
  }

  /** Whether a name was made by {@link #inputOf}. */
  static boolean isInputOf(String name) {
    return name.endsWith(ITS_INPUT);
  }

  /** The name that {@link #inputOf} was given. */
  static String nameInInputOf(String name) {
    return name.substring(0, name.length() - ITS_INPUT.length());
  }

  public Step(Layer layer) {
    this(layer, null, null);
  }

  public Step(Layer layer, String name) {
    this(layer, name, null);
  }
}
