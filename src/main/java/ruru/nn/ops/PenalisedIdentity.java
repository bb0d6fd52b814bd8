package ruru.nn.ops;

import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Tensor;

/** An op that passes its input on unchanged, y = x, and adds a term in y to the loss. */
public interface PenalisedIdentity extends Op {
  /** The sum over the rows of weight times term; rows of weight 0 are not read. */
  double penalty(Pass p, Tensor y);

  /** The derivative of the term by an element of a row of weight 1. */
  float slope(Pass p, float y, int channel);

  @Override
  default boolean inPlace() {
    return true;
  }

  @Override
  default Reads reads() {
    return Reads.OUTPUT;
  }

  @Override
  default void forward(Pass p, Tensor[] x, Tensor y) {
    Sums.copy(x[0], y);
    p.penalise(penalty(p, y));
  }

  @Override
  default void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    int c = y.channels();
    for (int i = 0; i < y.positions(); i++) {
      float[] from = dy.plane(i);
      float[] to = dx[0].plane(i);
      for (int r = 0; r < y.rows(); r++) {
        float w = p.weights()[r];
        for (int j = 0; j < c; j++) {
          int at = r * c + j;
          float d = from[at] + (w == 0 ? 0 : w * slope(p, y.plane(i)[at], j));
          to[at] = p.fresh(0) ? d : to[at] + d;
        }
      }
    }
  }
}
