package ruru.nn.ops.recurrent;

/**
 * Gates side by side [rows][gates * units], as one product gives them, and apart [rows][units], so that loops over them
 * start at index 0 in every array, which Java's compiler vectorises.
 */
final class Gates {
  private Gates() {}

  /** Copies one gate out of all. */
  static void split(float[] all, int rows, int units, int gates, int gate, float[] one) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(all, (r * gates + gate) * units, one, r * units, units);
    }
  }

  /** Copies one gate into all, which start at an index. */
  static void join(float[] one, float[] all, int at, int rows, int units, int gates, int gate) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(one, r * units, all, at + (r * gates + gate) * units, units);
    }
  }
}
