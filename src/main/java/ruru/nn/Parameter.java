package ruru.nn;

/**
 * A named range of the network's one parameter array; gradients and the optimizer's slots have the same layout.
 *
 * @param name   unique in the network: the step's name, a slash, the parameter's own name, as in "conv1/weight"
 * @param role   decides whether it is trained and decayed
 * @param shape  row-major; a dense layer's weight is [inputs, units]
 * @param offset index of its first element
 */
public record Parameter(String name, Role role, Shape shape, int offset) {
  /** What training does to a parameter. */
  public enum Role {
    /** Trained; weight decay and l1 apply. */
    WEIGHT,
    /** Trained; never decayed: biases and gains. */
    BIAS,
    /**
     * Not trained by the optimizer: running statistics. What an op adds to the gradient is averaged and added to the
     * value.
     */
    STATE
  }

  public int size() {
    return shape.size();
  }

  /** Index after its last element. */
  public int end() {
    return offset + shape.size();
  }
}
