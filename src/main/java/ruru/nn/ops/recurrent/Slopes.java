package ruru.nn.ops.recurrent;

import ruru.nn.ops.Columns;

/**
 * The gradients with respect to x W and h U at all steps, one step after the other, so that those with respect to the
 * weights are one product each.
 *
 * @param ofInput [rows of all steps][gates * units]
 * @param ofState the same array where both are equal, as for most cells
 */
record Slopes(float[] ofInput, float[] ofState, int gates, int units) {
  /**
   * Puts a gate's gradient [rows][units] at one step where it belongs in both.
   *
   * @param line of the step's first row
   */
  void set(int line, int rows, int gate, float[] d) {
    set(ofInput, line, rows, gate, d);
    if (ofState != ofInput) {
      set(ofState, line, rows, gate, d);
    }
  }

  void setOfInput(int line, int rows, int gate, float[] d) {
    set(ofInput, line, rows, gate, d);
  }

  void setOfState(int line, int rows, int gate, float[] d) {
    set(ofState, line, rows, gate, d);
  }

  private void set(float[] all, int line, int rows, int gate, float[] d) {
    int columns = gates * units;
    Columns.copy(d, 0, units, all, line * columns + gate * units, columns, units, rows);
  }
}
