package ruru.nn;

/**
 * What training minimises. A loss works on the logits, the raw outputs of the last layer, and includes the link from
 * them to predictions (softmax, identity, a threshold): that keeps the exponentials stable, and no network has the
 * wrong output for its loss.
 *
 * <p>Classes are targets with one column per output of the network: 1 for the class, otherwise 0 (or probabilities that
 * sum to 1); where two classes share one output, the column holds 1 for the second class. Numbers are one column each.
 */
public interface Loss {
  /** What is to be predicted. */
  enum Task { CLASSES, NUMBERS }

  /** Whether the loss is defined for the task. */
  boolean fits(Task task);

  /** Outputs that the network needs for the given number of classes; 1 if two classes share one output. */
  default int outputs(int classes) {
    return classes;
  }

  /** The sum over the rows of weight times loss. */
  double value(Tensor out, Tensor target, float[] weight);

  /**
   * Overwrites dOut with weight times the gradient of the loss with respect to each output.
   *
   * @return the same as {@link #value}
   */
  double gradient(Tensor out, Tensor target, float[] weight, Tensor dOut);

  /**
   * Turns logits into predictions.
   *
   * @param prediction for {@link Task#CLASSES} one column per class, each row not negative and summing to 1 (scores, if
   *                   the loss does not define probabilities); for {@link Task#NUMBERS} of the logits' shape
   */
  void predict(Tensor out, Task task, Tensor prediction);

  /**
   * What held-out rows are measured by, which decides when enough has been learnt and which network is better: this
   * loss, or a part of it.
   */
  default Loss judging() {
    return this;
  }

  /**
   * Whether targets may be shifted: the loss depends on y - t alone. If not, targets are scaled but not centred.
   */
  default boolean shiftInvariant() {
    return true;
  }
}
