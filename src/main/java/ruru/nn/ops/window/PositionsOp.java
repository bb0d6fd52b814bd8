package ruru.nn.ops.window;

import java.util.Arrays;
import ruru.nn.Build;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.Sums;

/**
 * Copies positions: y_o = x_source[o], or 0 where the source is -1. Backward: dx_s = the sum of dy_o over the outputs o
 * whose source is s.
 */
public record PositionsOp(int[] source, Shape outputShape) implements Op {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    for (int o = 0; o < source.length; o++) {
      if (source[o] < 0) {
        Arrays.fill(y.plane(o), 0, y.planeSize(), 0);
      } else {
        System.arraycopy(x[0].plane(source[o]), 0, y.plane(o), 0, y.planeSize());
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    p.clearFresh(0, dx[0]);
    for (int o = 0; o < source.length; o++) {
      if (source[o] >= 0) {
        Sums.add(dy.plane(o), dx[0].plane(source[o]), dy.planeSize());
      }
    }
  }

  /** The layer of pad and crop: moves the input by so many positions inside of an output of any size. */
  public static PositionsOp shifted(Build b, Shape in, int[] start, long[] size) {
    boolean series = in.rank() == 2;
    Shape out = series ? b.shape(size[0], in.channels()) : b.shape(size[0], size[1], in.channels());
    int width = series ? 1 : out.dim(1);
    int inWidth = series ? 1 : in.dim(1);
    int[] source = new int[out.positions()];
    for (int o = 0; o < source.length; o++) {
      int row = o / width - start[0];
      int column = series ? 0 : o % width - start[1];
      boolean inside = row >= 0 && row < in.dim(0) && column >= 0 && column < inWidth;
      source[o] = inside ? row * inWidth + column : -1;
    }
    return new PositionsOp(source, out);
  }
}
