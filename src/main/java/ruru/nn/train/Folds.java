package ruru.nn.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import ruru.nn.RandomStream;
import ruru.nn.Rng;

/**
 * Cross-validation: every row is held out in exactly one of the folds. Drawn at random from the seed; for classes
 * stratified: the rows are dealt out class by class, so that the folds differ by at most one row of each class.
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
    for (int i = 0; i < n; i++) {
      fold[order[i]] = i % count;
    }
    List<Split> result = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      int heldOut = f;
      result.add(new Split(IntStream.range(0, n).filter(r -> fold[r] != heldOut).toArray(),
          IntStream.range(0, n).filter(r -> fold[r] == heldOut).toArray()));
    }
    return result;
  }
}
