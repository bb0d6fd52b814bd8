package ruru.nn.ops.recurrent;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ruru.nn.Parameter;
import ruru.nn.Pass;
import ruru.nn.Tensor;
import ruru.nn.ops.Columns;
import ruru.nn.ops.Sums;

/**
 * A cell that runs along a series in one direction.
 *
 * @param reversed whether it begins at the last step
 */
record Recurrence(Cell cell, boolean reversed) {
  /** What one workspace keeps: the states before the first step and after each that is kept, and working arrays. */
  static final class Memory {
    final Object cell;
    final float[][] h;
    /** Input and state before, side by side, at all steps that are kept [lines][inputs + units]. */
    final float[] xh;
    final Unrolling unrolling;
    final @Nullable Backward backward;

    Memory(Cell cell, boolean reversed, int steps, int rows, boolean backward) {
      int kept = backward ? steps : 1;
      int size = rows * cell.weights().units();
      this.cell = cell.memory(kept, rows);
      h = new float[kept + 1][size];
      xh = new float[kept * rows * cell.weights().width()];
      unrolling = new Unrolling(steps, reversed);
      this.backward = backward ? new Backward(cell.weights(), steps, rows) : null;
    }

    float[] before(int step) {
      return h[step % h.length];
    }

    float[] after(int step) {
      return h[(step + 1) % h.length];
    }
  }

  /** Working arrays of backward. */
  static final class Backward {
    final Slopes dz;
    final float[] dh;
    final float[] carried;

    Backward(Weights w, int steps, int rows) {
      int size = rows * w.units();
      float[] ofInput = new float[steps * rows * w.columns()];
      dz = new Slopes(ofInput, w.stateBias() == null ? ofInput : new float[ofInput.length], w.gates(), w.units());
      dh = new float[size];
      carried = new float[size];
    }
  }

  /** Numbers in the memory, for each row. */
  long numbers(int steps, boolean backward) {
    Weights w = cell.weights();
    int kept = backward ? steps : 1;
    long slopes = (w.stateBias() == null ? 1L : 2L) * w.columns();
    return cell.numbers(kept) + (kept + 1L) * w.units() + (long) kept * w.width()
        + (backward ? 2L * w.units() + steps * slopes : 0);
  }

  /** Numbers in the longest of its arrays, for each row. */
  long longest(int steps, boolean backward) {
    return (backward ? (long) steps : 1L) * Math.max(cell.weights().columns(), cell.weights().width());
  }

  /**
   * @param channel of y at which this direction's begin
   * @param all   whether y is a series of the states at all steps, or the last state
   */
  void forward(Pass p, Memory m, Tensor x, Tensor y, int channel, boolean all) {
    Unrolling u = m.unrolling;
    u.of(x);
    Weights w = cell.weights();
    int units = w.units();
    boolean keeps = m.backward != null;
    for (int s = 0; s < u.steps(); s++) {
      int rows = u.rows(s);
      int t = u.position(s);
      Arrays.fill(m.before(s), u.begun(s) * units, rows * units, 0);
      int line = keeps ? u.line(s) : 0;
      Columns.copy(x.plane(t), 0, w.inputs(), m.xh, line * w.width(), w.width(), w.inputs(), rows);
      Columns.copy(m.before(s), 0, units, m.xh, line * w.width() + w.inputs(), w.width(), units, rows);
      cell.forward(p, m.cell, s, u, m.xh, line, m.before(s), m.after(s));
      if (all) {
        Columns.copy(m.after(s), 0, units, y.plane(t), channel, y.channels(), units, rows);
      } else {
        int ending = u.continued(s);
        Columns.copy(m.after(s), ending * units, units, y.matrix(), ending * y.channels() + channel, y.channels(),
            units, rows - ending);
      }
    }
  }

  /** @param fresh whether dx is overwritten, and not added to */
  void backward(Pass p, Memory m, Tensor dy, int channel, boolean all, @Nullable Tensor dx, boolean fresh) {
    Weights w = cell.weights();
    Unrolling u = m.unrolling;
    Backward b = Objects.requireNonNull(m.backward, "the workspace only predicts");
    for (int s = u.steps() - 1; s >= 0; s--) {
      int t = u.position(s);
      gather(b, u, s, dy, channel, all);
      boolean added = cell.backward(p, m.cell, s, u, m.before(s), m.after(s), b.dh, b.dz, b.carried);
      product(p, u.begun(s), b.dz.ofState(), u.line(s), w.state(), w.units(), added ? 1 : 0, b.carried);
      if (dx != null) {
        product(p, u.rows(s), b.dz.ofInput(), u.line(s), w.input(), w.inputs(), fresh ? 0 : 1, dx.plane(t));
      }
    }
    putWeights(p, m, b);
  }

  /** dh = what comes from dy and, for rows that go on, from the step after. */
  private void gather(Backward b, Unrolling u, int step, Tensor dy, int channel, boolean all) {
    int units = cell.weights().units();
    int rows = u.rows(step);
    int continued = u.continued(step);
    if (all) {
      Columns.copy(dy.plane(u.position(step)), channel, dy.channels(), b.dh, 0, units, units, rows);
      Sums.add(b.carried, b.dh, continued * units);
    } else {
      System.arraycopy(b.carried, 0, b.dh, 0, continued * units);
      Columns.copy(dy.matrix(), continued * dy.channels() + channel, dy.channels(), b.dh, continued * units, units,
          units, rows - continued);
    }
  }

  /** to = dz W^T + beta to, for one step. */
  private void product(Pass p, int rows, float[] dz, int line, Parameter weight, int width, float beta, float[] to) {
    int columns = cell.weights().columns();
    if (rows > 0) {
      p.blas().gemm(false, true, rows, width, columns, 1, dz, line * columns, columns, p.values(), weight.offset(),
          columns, beta, to, 0, width);
    }
  }

  private void putWeights(Pass p, Memory m, Backward b) {
    Weights w = cell.weights();
    Unrolling u = m.unrolling;
    if (w.stateBias() == null && p.beta(w.input()) == p.beta(w.state())) {
      // U follows W, in the gradient too.
      putProduct(p, u.lines(), m.xh, 0, w.width(), b.dz.ofInput(), w.input());
    } else {
      putProduct(p, u.lines(), m.xh, 0, w.inputs(), b.dz.ofInput(), w.input());
      putProduct(p, u.lines(), m.xh, w.inputs(), w.units(), b.dz.ofState(), w.state());
    }
    putSums(p, u, b.dz.ofInput(), w.bias());
    if (w.stateBias() != null) {
      putSums(p, u, b.dz.ofState(), w.stateBias());
    }
  }

  private void putProduct(Pass p, int lines, float[] xh, int from, int height, float[] dz, Parameter to) {
    int columns = cell.weights().columns();
    p.blas().gemm(true, false, height, columns, lines, 1, xh, from, cell.weights().width(), dz, 0, columns, p.beta(to),
        p.gradient(), to.offset(), columns);
  }

  /** Step by step, as a sum of thousands of rows at once would lose digits in float32. */
  private static void putSums(Pass p, Unrolling u, float[] dz, Parameter to) {
    for (int s = 0; s < u.steps(); s++) {
      p.sumRows(dz, u.line(s) * to.size(), u.rows(s), to.size(), s == 0 ? p.beta(to) : 1, p.gradient(), to.offset());
    }
  }
}
