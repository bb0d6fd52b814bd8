package ruru.nn;

/**
 * Gives the elements of each row another shape of the same size, the last axis fastest on both sides: maps become
 * features with feature = position * channels + channel.
 */
public final class ReshapeOp implements Op {
  private final Shape out;

  public ReshapeOp(Shape out) {
    this.out = out;
  }

  @Override
  public Shape outputShape() {
    return out;
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    put(x[0], y, true);
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] != null) {
      put(dy, dx[0], p.fresh(0));
    }
  }

  /** Puts the elements of each row, in order, into a tensor of a shape of the same size. */
  private static void put(Tensor from, Tensor to, boolean fresh) {
    int block = block(from, to);
    for (int start = 0; start < from.shape().size(); start += block) {
      float[] source = from.plane(start / from.channels());
      float[] target = to.plane(start / to.channels());
      int s = start % from.channels();
      int t = start % to.channels();
      for (int r = 0; r < from.rows(); r++, s += from.channels(), t += to.channels()) {
        if (fresh) {
          System.arraycopy(source, s, target, t, block);
        } else {
          add(source, s, target, t, block);
        }
      }
    }
  }

  private static void add(float[] from, int start, float[] to, int at, int n) {
    for (int i = 0; i < n; i++) {
      to[at + i] += from[start + i];
    }
  }

  /** The longest run of elements that is contiguous in both layouts. */
  private static int block(Tensor from, Tensor to) {
    int a = from.channels();
    int b = to.channels();
    while (b != 0) {
      int r = a % b;
      a = b;
      b = r;
    }
    return a;
  }
}
