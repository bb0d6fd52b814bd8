package ruru.nn.ops;

import ruru.nn.FloatMath;

/** The softmax of groups of numbers: y = exp(x) / sum of exp(x) over the group. */
public final class SoftmaxLoops {
  private SoftmaxLoops() {}

  /**
   * @param n numbers, in groups of a given size
   * @param y may be x
   */
  public static void softmax(float[] x, float[] y, int n, int group) {
    for (int start = 0; start < n; start += group) {
      subtractLargest(x, y, start, start + group);
    }
    for (int j = 0; j < n; j++) {
      y[j] = FloatMath.exp(y[j]);
    }
    for (int start = 0; start < n; start += group) {
      divideBySum(y, start, start + group);
    }
  }

  private static void subtractLargest(float[] x, float[] y, int start, int end) {
    float top = x[start];
    for (int j = start + 1; j < end; j++) {
      top = Math.max(top, x[j]);
    }
    for (int j = start; j < end; j++) {
      y[j] = x[j] - top;
    }
  }

  private static void divideBySum(float[] y, int start, int end) {
    double sum = 0;
    for (int j = start; j < end; j++) {
      sum += y[j];
    }
    float scale = (float) (1 / sum);
    for (int j = start; j < end; j++) {
      y[j] *= scale;
    }
  }

  /**
   * Puts the gradient with respect to x: dx = y (dy - sum of y dy over the group).
   *
   * @param at    where y begins
   * @param dy    from index 0
   * @param dx    from index 0; may be dy if it is fresh
   * @param fresh whether dx is overwritten, and not added to
   */
  public static void backward(float[] y, int at, float[] dy, float[] dx, int n, int group, boolean fresh) {
    for (int start = 0; start < n; start += group) {
      double sum = 0;
      for (int j = start; j < start + group; j++) {
        sum += dy[j] * y[at + j];
      }
      float mean = (float) sum;
      for (int j = start; j < start + group; j++) {
        float d = y[at + j] * (dy[j] - mean);
        dx[j] = fresh ? d : dx[j] + d;
      }
    }
  }
}
