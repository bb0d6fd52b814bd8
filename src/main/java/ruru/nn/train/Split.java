package ruru.nn.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Rows for training and rows held out for validation. Drawn at random from the seed; for classes stratified, so that
 * the same fraction of each class is held out (rounded) and no class loses its last training row.
 */
public record Split(int[] training, int[] validation) {
  /**
   * @param fraction the fraction of the rows to hold out
   * @throws IllegalArgumentException if the fraction is not at least 0 and below 1
   */
  public static Split of(Dataset data, double fraction, long seed) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("the fraction held out for validation must be at least 0 and below 1, got "
          + fraction);
    }
    int n = data.size();
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    if (fraction == 0) {
      return new Split(order, new int[0]);
    }
    new Rng(seed, RandomStream.HELD_OUT).shuffle(order, n);
    int classes = 0;
    for (int r = 0; r < n; r++) {
      classes = Math.max(classes, data.label(r) + 1);
    }
    boolean[] held = new boolean[n];
    if (classes == 0) {
      hold(order, n, (int) Math.round(fraction * n), held);
    } else {
      holdByClass(data, order, classes, fraction, held);
    }
    return new Split(select(held, false), select(held, true));
  }

  // What rounding takes from one class is carried over to the next, so that the overall fraction is right even if every
  // class is small; but not the last row that a class keeps, or a large class would have to make up for many tiny ones.
  private static void holdByClass(Dataset data, int[] order, int classes, double fraction, boolean[] held) {
    double carried = 0;
    for (int c = 0; c < classes; c++) {
      int label = c;
      int[] rows = Arrays.stream(order).filter(r -> data.label(r) == label).toArray();
      double wanted = fraction * rows.length + carried;
      int rounded = (int) Math.max(0, Math.round(wanted));
      carried = wanted - rounded;
      hold(rows, rows.length, rounded, held);
    }
  }

  private static void hold(int[] order, int n, int count, boolean[] held) {
    for (int i = 0; i < Math.min(count, n - 1); i++) {
      held[order[i]] = true;
    }
  }

  private static int[] select(boolean[] held, boolean value) {
    return IntStream.range(0, held.length).filter(r -> held[r] == value).toArray();
  }
}
