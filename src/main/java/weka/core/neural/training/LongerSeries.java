package weka.core.neural.training;

import ruru.nn.Network;
import ruru.nn.RaggedInput;
import ruru.nn.Shape;

/**
 * Networks for series that are longer than all that were trained on: the same weights, bound to twice as many steps, or
 * four times, and so on. So what is predicted for a row does not depend on the rows that it is predicted with.
 */
final class LongerSeries {
  private LongerSeries() {}

  /** The steps of the network that a series of so many steps is predicted by. */
  static int steps(Network trained, int length) {
    long steps = trained.inputShape().dim(0);
    while (steps < length) {
      steps *= 2;
    }
    return (int) Math.min(Integer.MAX_VALUE, steps);
  }

  /**
   * The network bound to more steps.
   *
   * @throws IllegalArgumentException naming the layer that makes it one for a fixed number of steps
   */
  static Network network(Network trained, int steps) {
    RaggedInput.require(trained);
    Network longer = new Network(Shape.of(steps, trained.inputShape().channels()), trained.outputs(),
        trained.steps());
    System.arraycopy(trained.values(), 0, longer.values(), 0, longer.values().length);
    return longer;
  }
}
