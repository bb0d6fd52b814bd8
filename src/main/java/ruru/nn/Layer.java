package ruru.nn;

import java.util.List;

/**
 * A layer as the user describes it: a record of settings, without arrays. Its components carry {@link Setting}, its
 * type {@link Description} and, unless it is an {@link Activation}, {@link Usage}; the notation, the help, the error
 * messages and the model file follow from them. {@link NotationWord} says how it is called in the notation.
 */
public interface Layer {
  /**
   * Binds the layer to the shapes of its inputs, and declares its parameters.
   *
   * @param in one shape for each of {@link #inputs}
   * @throws IllegalArgumentException made by {@link Build#error}, if a shape does not fit
   */
  Op build(Build b, Shape... in);

  /** Where the inputs come from. */
  default List<Source> inputs() {
    return List.of(new Source.Previous());
  }

  /** Whether the layer takes only rows of features, so that maps are flattened before it. */
  default boolean takesFeatures() {
    return false;
  }

  /**
   * Whether each output is, in prediction, a weighted sum of inputs plus a constant, so that a sequence of such layers
   * is equivalent to one.
   */
  default boolean isLinear() {
    return false;
  }

  /**
   * Whether, in training, nothing changes when a constant is added to each channel of the input.
   */
  default boolean ignoresShift() {
    return false;
  }

  /** Whether a constant added to each channel of the input appears unchanged in each channel of the output. */
  default boolean passesShift() {
    return false;
  }

  /**
   * Whether it applies the same weights again and again along a series, so that its gradient may grow with the number
   * of steps.
   */
  default boolean isRecurrent() {
    return false;
  }

  /** Whether its weight is a table [words, units] of which each position uses one row, instead of a matrix. */
  default boolean looksUp() {
    return false;
  }

  /** Whether it has trained weights, of its own or of an earlier layer. */
  default boolean hasWeights() {
    return false;
  }
}
