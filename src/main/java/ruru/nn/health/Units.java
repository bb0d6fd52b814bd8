package ruru.nn.health;

import ruru.nn.Tensor;

/** Which units of an activation pass a gradient on, for the rows of a sample. */
final class Units {
  private final int dead;
  private final double saturated;

  /**
   * @param x the activation's inputs
   * @param y its outputs
   */
  Units(Slopes slopes, Tensor x, Tensor y) {
    int channels = y.channels();
    boolean[] alive = new boolean[channels];
    long flat = 0;
    long all = 0;
    for (int p = 0; p < y.positions(); p++) {
      int n = y.rows(p) * channels;
      all += n;
      float[] slope = slopes.of(x.plane(p), y.plane(p), n);
      for (int i = 0; i < n; i++) {
        alive[i % channels] |= slope[i] != 0;
        flat += slopes.isFlat(slope[i]) ? 1 : 0;
      }
    }
    int none = 0;
    for (boolean unit : alive) {
      none += unit ? 0 : 1;
    }
    dead = none;
    saturated = slopes.isBounded() ? (double) flat / all : Double.NaN;
  }

  int dead() {
    return dead;
  }

  double saturated() {
    return saturated;
  }
}
