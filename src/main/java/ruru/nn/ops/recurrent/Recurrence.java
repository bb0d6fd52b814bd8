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
    final @Nullable Backward backward;

    Memory(Cell cell, int steps, int rows, boolean backward) {
      int kept = backward ? steps : 1;
      int size = rows * cell.weights().units();
      this.cell = cell.memory(kept, rows);
      h = new float[kept + 1][size];
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
    final float[] before;
    final Slopes dz;
    final float[] dh;
    final float[] carried;

    Backward(Weights w, int steps, int rows) {
      int size = rows * w.units();
      before = new float[steps * size];
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
    return cell.numbers(kept) + (kept + 1L) * w.units()
        + (backward ? (steps + 2L) * w.units() + steps * slopes : 0);
  }

  /** Numbers in the longest of its arrays, for each row. */
  long longest(int steps, boolean backward) {
    return (backward ? (long) steps : 1L) * cell.weights().columns();
  }

  /** The position of the series that the cell sees at a step. */
  private int position(int step, int steps) {
    return reversed ? steps - 1 - step : step;
  }

  /**
   * @param channel of y at which this direction's begin
   * @param all   whether y is a series of the states at all steps, or the last state
   */
  void forward(Pass p, Memory m, Tensor x, Tensor y, int channel, boolean all) {
    int steps = x.positions();
    int units = cell.weights().units();
    Arrays.fill(m.before(0), 0, x.rows() * units, 0);
    for (int s = 0; s < steps; s++) {
      int t = position(s, steps);
      cell.forward(p, m.cell, s, x.rows(), x.plane(t), m.before(s), m.after(s));
      if (all || s == steps - 1) {
        Columns.copy(m.after(s), 0, units, all ? y.plane(t) : y.matrix(), channel, y.channels(), units, y.rows());
      }
    }
  }

  /**
   * @param series working array for x at all steps [steps * rows][inputs]
   * @param fresh whether dx is overwritten, and not added to
   */
  void backward(Pass p, Memory m, Tensor x, float[] series, Tensor dy, int channel, boolean all,
      @Nullable Tensor dx, boolean fresh) {
    Weights w = cell.weights();
    int rows = dy.rows();
    int steps = x.positions();
    int size = rows * w.units();
    Backward b = Objects.requireNonNull(m.backward, "the workspace only predicts");
    for (int s = steps - 1; s >= 0; s--) {
      int t = position(s, steps);
      boolean last = s == steps - 1;
      if (all || last) {
        Columns.copy(all ? dy.plane(t) : dy.matrix(), channel, dy.channels(), b.dh, 0, w.units(), w.units(), rows);
      } else {
        Arrays.fill(b.dh, 0, size, 0);
      }
      if (!last) {
        Sums.add(b.carried, b.dh, size);
      }
      boolean added = cell.backward(p, m.cell, s, last, rows, m.before(s), m.after(s), b.dh, b.dz, b.carried);
      if (s > 0) {
        product(p, rows, b.dz.ofState(), s, w.state(), w.units(), added ? 1 : 0, b.carried);
      }
      if (dx != null) {
        product(p, rows, b.dz.ofInput(), s, w.input(), w.inputs(), fresh ? 0 : 1, dx.plane(t));
      }
    }
    putWeights(p, m, b, x, series);
  }

  /** to = dz W^T + beta to, for one step. */
  private void product(Pass p, int rows, float[] dz, int step, Parameter weight, int width, float beta, float[] to) {
    int columns = cell.weights().columns();
    p.blas().gemm(false, true, rows, width, columns, 1, dz, step * rows * columns, columns, p.values(),
        weight.offset(), columns, beta, to, 0, width);
  }

  private void putWeights(Pass p, Memory m, Backward b, Tensor x, float[] series) {
    Weights w = cell.weights();
    int steps = x.positions();
    int rows = x.rows();
    int size = rows * w.units();
    for (int s = 0; s < steps; s++) {
      System.arraycopy(m.before(s), 0, b.before, s * size, size);
      System.arraycopy(x.plane(position(s, steps)), 0, series, s * x.planeSize(), x.planeSize());
    }
    putProduct(p, steps * rows, b.before, w.units(), b.dz.ofState(), w.state());
    putProduct(p, steps * rows, series, w.inputs(), b.dz.ofInput(), w.input());
    p.putRowSums(b.dz.ofInput(), steps, rows, w.bias());
    if (w.stateBias() != null) {
      p.putRowSums(b.dz.ofState(), steps, rows, w.stateBias());
    }
  }

  private void putProduct(Pass p, int rows, float[] a, int width, float[] dz, Parameter to) {
    int columns = cell.weights().columns();
    p.blas().gemm(true, false, width, columns, rows, 1, a, 0, width, dz, 0, columns, p.beta(to), p.gradient(),
        to.offset(), columns);
  }
}
