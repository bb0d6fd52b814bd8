package ruru.nn.ops;

import java.util.Arrays;
import ruru.nn.Build;
import ruru.nn.Initializer;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.VarianceScaling;

/**
 * Replaces the number in the first channel by a row of a table [words, units], or by zeros if there is no such row; the
 * other channels pass through. Backward adds the rows of dy to those of the table's gradient.
 */
public record EmbeddingOp(Shape outputShape, int words, int units, Parameter table) implements Op {
  /** Uniform, with a standard deviation of 0.05 for units that are read one at a time. */
  private static final Initializer USUAL = new VarianceScaling(0.0025, VarianceScaling.Fan.IN, true);

  /** @param in [steps, channels] */
  public static EmbeddingOp of(Build b, Shape in, int words, int units, Initializer init) {
    // A vector is no sum over words: one of them is read.
    Parameter table = b.weight("weight", init == Initializer.AUTO ? USUAL : init, 1, units, words, units);
    return new EmbeddingOp(b.shape(in.dim(0), (long) units + in.channels() - 1), words, units, table);
  }

  @Override
  public int outputLength(int length) {
    return length;
  }

  /** Index of a word's first number in the table, from 0; -1 if there is no such word. */
  private int row(float number) {
    double word = Math.rint(number);
    return word >= 0 && word < words ? units * (int) word : -1;
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    int from = x[0].channels();
    int to = y.channels();
    for (int t = 0; t < y.positions(); t++) {
      float[] in = x[0].plane(t);
      float[] out = y.plane(t);
      for (int r = 0; r < y.rows(t); r++) {
        int row = row(in[r * from]);
        if (row < 0) {
          Arrays.fill(out, r * to, r * to + units, 0);
        } else {
          System.arraycopy(p.values(), table.offset() + row, out, r * to, units);
        }
        System.arraycopy(in, r * from + 1, out, r * to + units, from - 1);
      }
    }
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    p.clearFresh(table);
    p.clearFresh(0, dx[0]);
    int from = x[0].channels();
    int to = dy.channels();
    for (int t = 0; t < dy.positions(); t++) {
      float[] in = x[0].plane(t);
      float[] d = dy.plane(t);
      for (int r = 0; r < dy.rows(t); r++) {
        int row = row(in[r * from]);
        if (row >= 0) {
          Sums.put(d, r * to, p.gradient(), table.offset() + row, units, false);
        }
        if (dx[0] != null) {
          Sums.put(d, r * to + units, dx[0].plane(t), r * from + 1, from - 1, false);
        }
      }
    }
  }
}
