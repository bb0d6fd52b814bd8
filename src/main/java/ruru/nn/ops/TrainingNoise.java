package ruru.nn.ops;

import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Tensor;

/** An op that changes its input at random in training, and is the identity in prediction. */
public interface TrainingNoise extends Op {
  /** Computes y from x in training; each row draws from {@link Pass#random} of its own. */
  void disturb(Pass p, Tensor x, Tensor y);

  @Override
  default void forward(Pass p, Tensor[] x, Tensor y) {
    if (p.training()) {
      disturb(p, x[0], y);
    } else {
      Sums.copy(x[0], y);
    }
  }

  /** Puts the derivative by x of what {@link #disturb} did; dx may be the same tensor as dy. */
  void follow(Pass p, Tensor dy, Tensor dx);

  @Override
  default void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    if (p.training()) {
      follow(p, dy, dx[0]);
    } else {
      Sums.put(dy, dx[0], p.fresh(0));
    }
  }

  @Override
  default int outputLength(int length) {
    return length;
  }

  @Override
  default boolean inPlace() {
    return true;
  }

  @Override
  default Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  default boolean isRandom() {
    return true;
  }
}
