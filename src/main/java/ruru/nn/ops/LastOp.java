package ruru.nn.ops;

import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;

/** The last step that each row of a series has. Backward: dx at that step is dy, and 0 elsewhere. */
public record LastOp(Shape outputShape) implements Op {
  @Override
  public int outputLength(int length) {
    return CONSUMES;
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int c = y.channels();
    for (int r = 0; r < y.rows(); r++) {
      System.arraycopy(x[0].plane(x[0].length(r) - 1), r * c, y.matrix(), r * c, c);
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    p.clearFresh(0, dx[0]);
    int c = dy.channels();
    for (int r = 0; r < dy.rows(); r++) {
      Sums.put(dy.matrix(), r * c, dx[0].plane(x[0].length(r) - 1), r * c, c, false);
    }
  }
}
