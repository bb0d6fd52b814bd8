package ruru.nn.ops.recurrent;

import ruru.nn.ops.Columns;

/**
 * The gradients with respect to x W and h U at all steps, one step after the other, so that those with respect to the
 * weights are one product each.
 *
 * @param ofInput [steps * rows][gates * units]
 * @param ofState the same array where both are equal, as for most cells
 */
record Slopes(float[] ofInput, float[] ofState, int gates, int units) {
  /** Puts a gate's gradient [rows][units] where it belongs in both. */
  void set(int step, int rows, int gate, float[] d) {
    set(ofInput, step, rows, gate, d);
    if (ofState != ofInput) {
      set(ofState, step, rows, gate, d);
    }
  }

  void setOfInput(int step, int rows, int gate, float[] d) {
    set(ofInput, step, rows, gate, d);
  }

  void setOfState(int step, int rows, int gate, float[] d) {
    set(ofState, step, rows, gate, d);
  }

  private void set(float[] all, int step, int rows, int gate, float[] d) {
    int columns = gates * units;
    Columns.copy(d, 0, units, all, step * rows * columns + gate * units, columns, units, rows);
  }
}
