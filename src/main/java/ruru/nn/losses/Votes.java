package ruru.nn.losses;

import ruru.nn.Tensor;

/** The links from outputs to predictions that several losses share. */
final class Votes {
  private Votes() {}

  /** The outputs as they are. */
  static void copy(Tensor out, Tensor prediction) {
    for (int p = 0; p < out.positions(); p++) {
      System.arraycopy(out.plane(p), 0, prediction.plane(p), 0, out.planeSize());
    }
  }

  /** Outputs cut to [0, 1] and divided by their sum; equal shares where all are 0. */
  static void clipAndNormalise(Tensor out, Tensor prediction) {
    int c = out.channels();
    float[] y = out.matrix();
    float[] p = prediction.matrix();
    for (int r = 0; r < out.rows(); r++) {
      float sum = 0;
      for (int j = r * c; j < (r + 1) * c; j++) {
        p[j] = Math.min(1, Math.max(0, y[j]));
        sum += p[j];
      }
      for (int j = r * c; j < (r + 1) * c; j++) {
        p[j] = sum > 0 ? p[j] / sum : 1f / c;
      }
    }
  }
}
