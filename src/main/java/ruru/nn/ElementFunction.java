package ruru.nn;

/** A function y = f(x) of single numbers, as two loops over n elements that start at index 0 in every array. */
public interface ElementFunction {
  /** y[i] = f(x[i]) for i below n; y may be x unless {@link #derivesFromInput}. */
  void forward(float[] x, float[] y, int n);

  /** d[i] = d[i] * f'(x[i]) for i below n; x is valid only if {@link #derivesFromInput}. */
  void backward(float[] x, float[] y, float[] d, int n);

  /**
   * Whether x is needed after y has been written, for the derivative or for a second loop of forward. If not, the
   * derivative is computed from y, and y can replace x in memory.
   */
  default boolean derivesFromInput() {
    return false;
  }

  /**
   * Whether f(a) &lt;= f(b) for all a &lt; b, up to rounding: then f commutes with a maximum, and fewer elements need
   * f.
   */
  default boolean isIncreasing() {
    return false;
  }
}
