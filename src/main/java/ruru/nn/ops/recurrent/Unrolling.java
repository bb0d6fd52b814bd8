package ruru.nn.ops.recurrent;

import ruru.nn.Tensor;

/**
 * The steps in the order in which a cell takes them, and the rows that take each. If rows differ in length, the longest
 * come first, so those that take a step are the first ones: fewer and fewer, or more and more if reversed.
 */
final class Unrolling {
  private final boolean reversed;
  private final int[] rows;
  /** For each step, the rows of all steps before it. */
  private final int[] lines;
  private int steps;

  /** @param most of the steps */
  Unrolling(int most, boolean reversed) {
    this.reversed = reversed;
    rows = new int[most];
    lines = new int[most + 1];
  }

  void of(Tensor x) {
    steps = x.positions();
    for (int s = 0; s < steps; s++) {
      rows[s] = x.rows(position(s));
      lines[s + 1] = lines[s] + rows[s];
    }
  }

  int steps() {
    return steps;
  }

  /** The position of the series that the cell sees at a step. */
  int position(int step) {
    return reversed ? steps - 1 - step : step;
  }

  int rows(int step) {
    return rows[step];
  }

  /** Rows that have taken a step before this one; the others begin with it. */
  int begun(int step) {
    return step == 0 ? 0 : Math.min(rows[step - 1], rows[step]);
  }

  /** Rows that take another step after this one; the others end with it. */
  int continued(int step) {
    return step == steps - 1 ? 0 : Math.min(rows[step], rows[step + 1]);
  }

  /** Where a step's rows begin if those of all steps stand one after the other. */
  int line(int step) {
    return lines[step];
  }

  /** The rows of all steps. */
  int lines() {
    return lines[steps];
  }
}
