package ruru.nn.train;

import java.util.Arrays;
import ruru.nn.Rng;

/** Orders of rows by their length, the longest first. Rows of one length stay in the order in which they are. */
public final class ByLength {
  /** Batches among which rows are exchanged, at most: enough for batches of nearly equal lengths. */
  private static final int MOST_BATCHES = 50;
  /** The pools, at least, so that a small data set is not divided into the same batches again and again. */
  private static final int LEAST_POOLS = 4;
  private static final long LOW = 0xFFFF_FFFFL;

  private ByLength() {}

  /** Sorts rows[from .. to), a few, without taking memory; does nothing if the rows do not differ in length. */
  public static void sort(Dataset data, int[] rows, int from, int to) {
    for (int i = from + 1; data.isRagged() && i < to; i++) {
      int row = rows[i];
      int length = data.length(row);
      int j = i;
      for (; j > from && data.length(rows[j - 1]) < length; j--) {
        rows[j] = rows[j - 1];
      }
      rows[j] = row;
    }
  }

  /** The places of rows, sorted by the rows' lengths. */
  static int[] places(Dataset data, int[] rows) {
    int[] places = new int[rows.length];
    Arrays.setAll(places, i -> i);
    if (data.isRagged()) {
      sortAll(data, rows, places, 0, rows.length);
    }
    return places;
  }

  /** Sorts any number of rows. */
  static void sortAll(Dataset data, int[] rows) {
    int[] places = places(data, rows);
    int[] before = rows.clone();
    Arrays.setAll(rows, i -> before[places[i]]);
  }

  private static void sortAll(Dataset data, int[] rows, int[] places, int from, int to) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = ((long) -data.length(rows[places[i]]) << Integer.SIZE) | (i - from) & LOW;
    }
    Arrays.sort(keys);
    int[] before = Arrays.copyOfRange(places, from, to);
    for (int i = from; i < to; i++) {
      places[i] = before[(int) keys[i - from]];
    }
  }

  /**
   * Rearranges rows in random order so that each batch holds rows of similar lengths: within pools of some batches,
   * rows are sorted and the batches put in random order again. The rows left for a smaller batch at the end are any.
   */
  static void bucket(Dataset data, int[] rows, int batch, Rng rng) {
    int batches = rows.length / batch;
    int pool = Math.max(1, Math.min(MOST_BATCHES, batches / LEAST_POOLS));
    int[] places = new int[rows.length];
    Arrays.setAll(places, i -> i);
    int[] sorted = rows.clone();
    for (int first = 0; first < batches; first += pool) {
      int count = Math.min(pool, batches - first);
      sortAll(data, rows, places, first * batch, (first + count) * batch);
      int[] order = new int[count];
      Arrays.setAll(order, i -> i);
      rng.shuffle(order, count);
      for (int b = 0; b < count; b++) {
        for (int i = 0; i < batch; i++) {
          sorted[(first + b) * batch + i] = rows[places[(first + order[b]) * batch + i]];
        }
      }
    }
    System.arraycopy(sorted, 0, rows, 0, rows.length);
  }
}
