package ruru.nn.ops;

import java.util.Arrays;
import ruru.nn.Pass;

/**
 * Sums over positions and rows, one for each channel, of planes [rows][channels]: over the positions first, in loops
 * of one index, and then over the rows by a product. For each position: add to {@link #plane}, then call {@link #next}.
 */
final class ChannelSums {
  /** Positions summed before they are added to the total: summing thousands at once would lose digits in float32. */
  private static final int POSITIONS = 16;

  private final float[] all;
  private final float[] partial;
  private float[] plane = {};
  private int n;
  private int added;

  ChannelSums(int rows, int channels) {
    all = new float[rows * channels];
    partial = new float[rows * channels];
  }

  /** @param n elements of a plane that are in use */
  void start(int positions, int n) {
    this.n = n;
    added = 0;
    Arrays.fill(all, 0, n, 0);
    plane = all;
    if (positions > POSITIONS) {
      Arrays.fill(partial, 0, n, 0);
      plane = partial;
    }
  }

  float[] plane() {
    return plane;
  }

  void next() {
    if (plane == partial && ++added == POSITIONS) {
      join();
    }
  }

  private void join() {
    Sums.add(partial, all, n);
    Arrays.fill(partial, 0, n, 0);
    added = 0;
  }

  /** result[c] = sum over the rows, each times its weight. */
  void weighted(Pass p, float[] result) {
    int rows = finish(p, result.length);
    p.blas().gemv(true, rows, result.length, 1, all, 0, result.length, p.weights(), 0, 0, result, 0);
  }

  /** result[c] = sum over the rows that have a weight. */
  void unweighted(Pass p, float[] result) {
    int rows = finish(p, result.length);
    p.sumRows(all, 0, rows, result.length, 0, result, 0);
  }

  /** Leaves one plane to be summed, without the rows that have no weight; returns the number of rows left. */
  private int finish(Pass p, int c) {
    if (plane == partial) {
      join();
    }
    int rows = n / c;
    for (int r = 0; r < rows; r++) {
      // 0 times a non-finite number would not be 0.
      if (p.weights()[r] == 0) {
        Arrays.fill(all, r * c, (r + 1) * c, 0);
      }
    }
    return rows;
  }
}
