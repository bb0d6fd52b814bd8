package ruru.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Cross-validation: every row is in the validation of exactly one of the folds. Drawn at random from the seed; for
 * classes stratified: the rows are dealt out class by class, so that the folds differ by at most one row of each class.
 * The only row of a class is in the training of that fold, too, since it would otherwise be tested whether a class is
 * known that was never seen; see {@link Split}.
 * Source: Kohavi 1995, "A study of cross-validation and bootstrap for accuracy estimation and model selection".
 */
public final class Folds {
  private Folds() {}

  /** @param count folds, from 2 to the number of rows */
  public static List<Split> of(Dataset data, int count, long seed) {
    int n = data.size();
    if (count < 2 || count > n) {
      throw new IllegalArgumentException("folds must be from 2 to the " + n + " rows, got " + count);
    }
    Integer[] order = new Integer[n];
    int[] shuffled = IntStream.range(0, n).toArray();
    new Rng(seed, RandomStream.FOLDS).shuffle(shuffled, n);
    Arrays.setAll(order, i -> shuffled[i]);
    Arrays.sort(order, Comparator.comparingInt(data::label));
    int[] fold = new int[n];
    boolean[] only = new boolean[n];
    for (int i = 0; i < n; i++) {
      fold[order[i]] = i % count;
      int label = data.label(order[i]);
      only[order[i]] = label >= 0 && (i == 0 || data.label(order[i - 1]) != label)
          && (i == n - 1 || data.label(order[i + 1]) != label);
    }
    List<Split> result = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      int heldOut = f;
      result.add(new Split(IntStream.range(0, n).filter(r -> fold[r] != heldOut || only[r]).toArray(),
          IntStream.range(0, n).filter(r -> fold[r] == heldOut).toArray()));
    }
    return result;
  }
}
