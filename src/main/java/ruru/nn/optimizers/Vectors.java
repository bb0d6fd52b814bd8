package ruru.nn.optimizers;

/** Float vectors with sums in double. */
final class Vectors {
  private Vectors() {}

  /** The dot product; four partial sums, so that the additions do not wait for each other. */
  static double dot(float[] a, float[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < a.length - 3; i += 4) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }

  /** a = a + factor b. */
  static void add(float[] a, double factor, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) (a[i] + factor * b[i]);
    }
  }

  static void scale(float[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] = (float) (factor * a[i]);
    }
  }

  /** result = a - b. */
  static void subtract(float[] a, float[] b, float[] result) {
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] - b[i];
    }
  }

  static void copy(float[] from, float[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /** The largest absolute value. */
  static float largest(float[] a) {
    float result = 0;
    for (float v : a) {
      result = Math.max(result, Math.abs(v));
    }
    return result;
  }
}
