package ruru.nn.optimizers;

/** The arithmetic that {@link Adam} and {@link AdamW} have in common. */
final class AdamStep {
  /** Elements per block: the second loop finds what the first wrote in the L1 cache. */
  private static final int BLOCK = 2048;

  private AdamStep() {}

  static void step(long t, float rate, double beta1, double beta2, double epsilon, int from, int to,
      float[] value, float[] gradient, float[][] slot) {
    float[] m = slot[0];
    float[] v = slot[1];
    float b1 = (float) beta1;
    float b2 = (float) beta2;
    float c1 = (float) (1 - beta1);
    float c2 = (float) (1 - beta2);
    // mhat / (sqrt(vhat) + epsilon) with both corrections moved out of the loop
    double root = Math.sqrt(1 - Math.pow(beta2, (double) t));
    float scale = (float) (rate * root / (1 - Math.pow(beta1, (double) t)));
    // never 0: a gradient of 0 would give 0 / 0
    float e = Math.max(Float.MIN_NORMAL, (float) (epsilon * root));
    // Two loops, because the compiler vectorises no loop that writes three arrays.
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(to, start + BLOCK);
      for (int i = start; i < end; i++) {
        m[i] = b1 * m[i] + c1 * gradient[i];
        v[i] = b2 * v[i] + c2 * gradient[i] * gradient[i];
      }
      for (int i = start; i < end; i++) {
        value[i] -= scale * m[i] / ((float) Math.sqrt(v[i]) + e);
      }
    }
  }
}
