package ruru.nn;

import org.jspecify.annotations.Nullable;

/**
 * An op that may do the work of the max pooling after it as well, so that the large maps between the two are never
 * kept. {@link RunOrder} asks it where the op is a network's first, so that nobody needs the gradient by its input.
 */
public interface FusesWithMaxPool extends Op {
  /** An op that gives maxima of its input over windows, so that an increasing function may change places with it. */
  interface MaxPool extends Op {}

  /**
   * One op that does what this one and then the pooling do, but gives no gradient by the input; null if there is none
   * that is faster.
   */
  @Nullable
  Op fusedWith(MaxPool pool);
}
