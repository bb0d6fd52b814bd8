package ruru.nn.train;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Rows for training and rows for validation, both ascending. Drawn at random from the seed; for classes stratified, so
 * that the same fraction of each class is held out (rounded) and no class loses its last training row.
 *
 * <p>A class of too few rows to hold any out is represented in validation by a row that is trained on, too. Its loss is
 * lower than that of a new row would be, but it tells whether the class has been learnt; without it, training would
 * stop as soon as the other classes are, and that may be long before.
 *
 * @param validation rows that are held out, and those that stand in for others
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
    boolean[] standIn = new boolean[n];
    if (classes == 0) {
      hold(order, n, (int) Math.round(fraction * n), held);
    } else {
      holdByClass(data, order, classes, fraction, held, standIn);
    }
    int[] training = select(n, r -> !held[r]);
    return new Split(training, training.length == n ? new int[0] : select(n, r -> held[r] || standIn[r]));
  }

  // What rounding takes from one class is carried over to the next, so that the overall fraction is right even if every
  // class is small; but not the last row that a class keeps, or a large class would have to make up for many tiny ones.
  private static void holdByClass(Dataset data, int[] order, int classes, double fraction, boolean[] held,
      boolean[] standIn) {
    double carried = 0;
    for (int c = 0; c < classes; c++) {
      int label = c;
      int[] rows = Arrays.stream(order).filter(r -> data.label(r) == label).toArray();
      double wanted = fraction * rows.length + carried;
      int rounded = (int) Math.max(0, Math.round(wanted));
      carried = wanted - rounded;
      hold(rows, rows.length, rounded, held);
      if (rows.length > 0 && !held[rows[0]]) {
        standIn[rows[0]] = true;
      }
    }
  }

  private static void hold(int[] order, int n, int count, boolean[] held) {
    for (int i = 0; i < Math.min(count, n - 1); i++) {
      held[order[i]] = true;
    }
  }

  private static int[] select(int rows, IntPredicate wanted) {
    return IntStream.range(0, rows).filter(wanted).toArray();
  }

  /** Rows of {@link #validation} that are trained on, too. */
  public int standIns() {
    return (int) IntStream.of(validation).filter(r -> Arrays.binarySearch(training, r) >= 0).count();
  }
}
