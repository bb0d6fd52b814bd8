package ruru.nn.ops;

import java.util.Arrays;
import ruru.nn.Heap;
import ruru.nn.Op;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Shape;
import ruru.nn.Tensor;
import ruru.nn.layers.Attention;

/**
 * The arithmetic of {@link Attention}. All steps of all rows stand one after the other [steps * rows][...], so that the
 * projections are one product each; queries, keys and values of one row and head are columns of that, every rows-th
 * line, which a product can address as they are. Where rows differ in length, a row looks at its own steps only.
 *
 * @param projection   [channels, 3 channels]: queries, keys, values; of each, the heads side by side
 * @param queryBias    [channels]
 * @param outputWeight [channels, channels]
 * @param outputBias   [channels]
 */
public record AttentionOp(Shape outputShape, int heads, Parameter projection, Parameter queryBias,
    Parameter outputWeight, Parameter outputBias) implements Op {

  /** What one workspace keeps from forward to backward, the first three arrays, and working arrays. */
  private static final class Memory {
    final float[] projected;
    final float[] context;
    /** [rows][heads][steps][steps]; empty where there is no backward. */
    final float[] shares;
    final float[] ofHead;
    final float[] work;
    final float[] dProjected;
    final float[] dContext;

    Memory(int lines, int channels, int ofHead, int kept) {
      projected = new float[lines * 3 * channels];
      context = new float[lines * channels];
      shares = new float[kept];
      this.ofHead = new float[ofHead];
      work = new float[lines * channels];
      dProjected = new float[kept > 0 ? projected.length : 0];
      dContext = new float[kept > 0 ? context.length : 0];
    }
  }

  private int steps() {
    return outputShape.dim(0);
  }

  private int channels() {
    return outputShape.channels();
  }

  /** Channels of a head. */
  private int width() {
    return channels() / heads;
  }

  private float scale() {
    return (float) (1 / Math.sqrt(width()));
  }

  @Override
  public int outputLength(int length) {
    return length;
  }

  @Override
  public Object memory(int rows) {
    return memory(rows, true);
  }

  @Override
  public Object memory(int rows, boolean backward) {
    long lines = (long) steps() * rows;
    long ofHead = (long) steps() * steps();
    long kept = backward ? ofHead * heads * rows : 0;
    Heap.requireFloats(Math.max(3 * lines * channels(), Math.max(ofHead, kept)),
        (backward ? 9 : 5) * lines * channels() + kept + ofHead, "attention of " + heads + " heads over " + steps()
            + " steps for " + rows + (rows == 1 ? " row" : " rows") + " at once",
        "Use fewer steps (pool before it), or a smaller batch");
    return new Memory((int) lines, channels(), (int) ofHead, (int) kept);
  }

  @Override
  public void forward(Pass p, Tensor[] x, Tensor y) {
    Memory m = p.memory();
    int rows = y.rows();
    int lines = y.positions() * rows;
    int c = channels();
    gather(x[0], m.work);
    if (y.isRagged()) {
      Arrays.fill(m.context, 0, lines * c, 0);
    }
    Arrays.fill(m.projected, 0, 3 * c, 0);
    System.arraycopy(p.values(), queryBias.offset(), m.projected, 0, c);
    ChannelLoops.repeat(m.projected, 3 * c, lines * 3 * c);
    p.blas().gemm(false, false, lines, 3 * c, c, 1, m.work, 0, c, p.values(), projection.offset(), 3 * c, 1,
        m.projected, 0, 3 * c);
    for (int r = 0; r < rows; r++) {
      for (int h = 0; h < heads; h++) {
        attend(p, m, r, rows, h, y.length(r));
      }
    }
    ChannelLoops.repeat(p, outputBias, m.work, lines);
    p.blas().gemm(false, false, lines, c, c, 1, m.context, 0, c, p.values(), outputWeight.offset(), c, 1, m.work, 0, c);
    for (int t = 0; t < y.positions(); t++) {
      System.arraycopy(m.work, t * rows * c, y.plane(t), 0, rows * c);
    }
  }

  private static void gather(Tensor from, float[] to) {
    for (int t = 0; t < from.positions(); t++) {
      System.arraycopy(from.plane(t), 0, to, t * from.planeSize(), from.planeSize());
    }
  }

  /** Where the queries (part 0), keys (1) or values (2) of a row and head begin. */
  private int start(int row, int part, int head) {
    return (3 * row + part) * channels() + head * width();
  }

  /** Where the shares that a row and head give begin. */
  private int shares(int row, int head) {
    return (row * heads + head) * steps() * steps();
  }

  /**
   * The shares and the context of one row and head.
   *
   * @param n steps of the row
   */
  private void attend(Pass p, Memory m, int row, int rows, int head, int n) {
    int w = width();
    int line = rows * 3 * channels();
    p.blas().gemm(false, true, n, n, w, scale(), m.projected, start(row, 0, head), line, m.projected,
        start(row, 1, head), line, 0, m.ofHead, 0, n);
    SoftmaxLoops.softmax(m.ofHead, m.ofHead, n * n, n);
    if (m.shares.length > 0) {
      System.arraycopy(m.ofHead, 0, m.shares, shares(row, head), n * n);
    }
    p.blas().gemm(false, false, n, w, n, 1, m.ofHead, 0, n, m.projected, start(row, 2, head), line, 0, m.context,
        row * channels() + head * w, rows * channels());
  }

  @Override
  public void backward(Pass p, Tensor[] x, Tensor y, Tensor dy, Tensor[] dx) {
    Memory m = p.memory();
    int rows = dy.rows();
    int lines = dy.positions() * rows;
    int c = channels();
    gather(dy, m.work);
    if (dy.isRagged()) {
      Arrays.fill(m.dProjected, 0, lines * 3 * c, 0);
    }
    p.blas().gemm(true, false, c, c, lines, 1, m.context, 0, c, m.work, 0, c, p.beta(outputWeight), p.gradient(),
        outputWeight.offset(), c);
    p.putRowSums(m.work, dy.positions(), rows, outputBias);
    p.blas().gemm(false, true, lines, c, c, 1, m.work, 0, c, p.values(), outputWeight.offset(), c, 0, m.dContext, 0, c);
    for (int r = 0; r < rows; r++) {
      for (int h = 0; h < heads; h++) {
        backward(p, m, r, rows, h, dy.length(r));
      }
    }
    gather(x[0], m.work);
    p.blas().gemm(true, false, c, 3 * c, lines, 1, m.work, 0, c, m.dProjected, 0, 3 * c, p.beta(projection),
        p.gradient(), projection.offset(), 3 * c);
    p.clearFresh(queryBias);
    for (int i = 0; i < lines; i++) {
      Sums.put(m.dProjected, i * 3 * c, p.gradient(), queryBias.offset(), c, false);
    }
    if (dx[0] != null) {
      p.blas().gemm(false, true, lines, c, 3 * c, 1, m.dProjected, 0, 3 * c, p.values(), projection.offset(), 3 * c, 0,
          m.work, 0, c);
      for (int t = 0; t < dy.positions(); t++) {
        Sums.put(m.work, t * rows * c, dx[0].plane(t), 0, rows * c, p.fresh(0));
      }
    }
  }

  /** The gradients with respect to queries, keys and values of one row and head. */
  private void backward(Pass p, Memory m, int row, int rows, int head, int n) {
    int w = width();
    int line = rows * 3 * channels();
    int shares = shares(row, head);
    int context = row * channels() + head * w;
    int lineOfContext = rows * channels();
    float[] d = m.ofHead;
    p.blas().gemm(true, false, n, w, n, 1, m.shares, shares, n, m.dContext, context, lineOfContext, 0, m.dProjected,
        start(row, 2, head), line);
    p.blas().gemm(false, true, n, n, w, 1, m.dContext, context, lineOfContext, m.projected, start(row, 2, head), line,
        0, d, 0, n);
    SoftmaxLoops.backward(m.shares, shares, d, d, n * n, n, true);
    p.blas().gemm(false, false, n, w, n, scale(), d, 0, n, m.projected, start(row, 1, head), line, 0, m.dProjected,
        start(row, 0, head), line);
    p.blas().gemm(true, false, n, w, n, scale(), d, 0, n, m.projected, start(row, 0, head), line, 0, m.dProjected,
        start(row, 1, head), line);
  }
}
