package ruru.nn.ops.window;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import ruru.nn.Build;
import ruru.nn.Op;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.ops.Sums;

/**
 * Copies positions: y at row r and column c is x at rows[r] and columns[c], or 0 where one of them is -1. Backward: dx
 * at a position is the sum of dy over the outputs that read it.
 *
 * @param rows    for each row of the output the row of the input
 * @param columns for each column of the output the column of the input; one for a series
 * @param width   columns of the input
 */
public record PositionsOp(int[] rows, int[] columns, int width, Shape outputShape) implements Op {
  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  /** The input's position that an output's position reads, or -1. */
  private int source(int output) {
    int row = rows[output / columns.length];
    int column = columns[output % columns.length];
    return row < 0 || column < 0 ? -1 : row * width + column;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    for (int o = 0; o < y.positions(); o++) {
      int source = source(o);
      if (source < 0) {
        Arrays.fill(y.plane(o), 0, y.planeSize(), 0);
      } else {
        System.arraycopy(x[0].plane(source), 0, y.plane(o), 0, y.planeSize());
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    if (dx[0] == null) {
      return;
    }
    p.clearFresh(0, dx[0]);
    for (int o = 0; o < dy.positions(); o++) {
      int source = source(o);
      if (source >= 0) {
        Sums.add(dy.plane(o), dx[0].plane(source), dy.planeSize());
      }
    }
  }

  /** The op of a layer that shifts the input by the given positions within an output of any size. */
  public static PositionsOp shifted(Build b, Shape in, int[] start, long[] size) {
    boolean series = in.rank() == 2;
    Shape out = series ? b.shape(size[0], in.channels()) : b.shape(size[0], size[1], in.channels());
    return of(in, out, r -> r - start[0], c -> series ? c : c - start[1]);
  }

  /** The op for an output whose rows and columns read the given ones, and 0 outside of the input. */
  public static PositionsOp of(Shape in, Shape out, IntUnaryOperator row, IntUnaryOperator column) {
    boolean series = in.rank() == 2;
    int width = series ? 1 : in.dim(1);
    return new PositionsOp(table(out.dim(0), in.dim(0), row), table(series ? 1 : out.dim(1), width, column), width,
        out);
  }

  private static int[] table(int outputs, int inputs, IntUnaryOperator source) {
    int[] table = new int[outputs];
    Arrays.setAll(table, o -> {
      int s = source.applyAsInt(o);
      return s >= 0 && s < inputs ? s : -1;
    });
    return table;
  }
}
