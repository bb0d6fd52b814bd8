package ruru.nn.train;

import java.util.Arrays;
import ruru.nn.Rng;

/**
 * Rows for training and rows held out for validation. Drawn at random from the seed; for classes stratified, so that each
 * class is held out in the same share (rounded) and no class loses its last training row.
 */
public record Split(int[] training, int[] validation) {
  /** @param share of the rows to hold out, from 0 to below 1 */
  public static Split of(Dataset data, double share, long seed) {
    int n = data.size();
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    if (share <= 0) {
      return new Split(order, new int[0]);
    }
    new Rng(seed, Rng.SPLIT, 0, 0).shuffle(order, n);
    int classes = 0;
    for (int r = 0; r < n; r++) {
      classes = Math.max(classes, data.label(r) + 1);
    }
    boolean[] held = new boolean[n];
    if (classes == 0) {
      hold(order, n, (int) Math.round(share * n), held);
    } else {
      holdByClass(data, order, classes, share, held);
    }
    return new Split(select(held, false), select(held, true));
  }

  // What rounding takes from one class is carried over to the next, so that the whole has its share even where every class
  // is small.
  private static void holdByClass(Dataset data, int[] order, int classes, double share, boolean[] held) {
    double carried = 0;
    for (int c = 0; c < classes; c++) {
      int label = c;
      int[] own = Arrays.stream(order).filter(r -> data.label(r) == label).toArray();
      double wanted = share * own.length + carried;
      int count = (int) Math.max(0, Math.min(own.length - 1, Math.round(wanted)));
      carried = own.length == 0 ? carried : wanted - count;
      hold(own, own.length, count, held);
    }
  }

  private static void hold(int[] order, int n, int count, boolean[] held) {
    for (int i = 0; i < Math.min(count, n - 1); i++) {
      held[order[i]] = true;
    }
  }

  private static int[] select(boolean[] held, boolean value) {
    return java.util.stream.IntStream.range(0, held.length).filter(r -> held[r] == value).toArray();
  }
}
