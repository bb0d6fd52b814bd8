package ruru.nn;

import org.jspecify.annotations.Nullable;

/**
 * An op that can be fused with the max pooling after it, so that the large maps between the two are never stored.
 * {@link RunOrder} does so where the op is a network's first, so that the gradient with respect to its input is not
 * needed.
 */
public interface FusesWithMaxPool extends Op {
  /** An op that outputs maxima of its input over windows, with which an increasing function commutes. */
  interface MaxPool extends Op {}

  /**
   * One op equivalent to this one and then the pooling, but without the gradient with respect to the input; null if
   * fusing is not faster.
   */
  @Nullable
  Op fusedWith(MaxPool pool);
}
