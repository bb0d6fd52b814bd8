package weka.core.neural.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;
import ruru.nn.Cancellation;
import ruru.nn.Rng;
import weka.core.Utils;

/**
 * Points between rows and their neighbours in the code space of an autoencoder, as SMOTE finds them between rows in the
 * space of their attributes (Chawla and others 2002; in a code space: Dablain, Krawczyk and Chawla 2021, "DeepSMOTE").
 */
final class CodeNeighbours {
  /** Of a larger group, so many members are looked at for each new row, drawn at random. */
  private static final int LOOKED_AT = 2000;

  private static final double MOST_STRETCHED = 2;

  private final float[] codes;
  private final int width;
  private final int neighbours;

  /**
   * @param codes      [rows][width]
   * @param neighbours among how many of the nearest one is chosen
   */
  CodeNeighbours(float[] codes, int width, int neighbours) {
    this.codes = codes;
    this.width = width;
    this.neighbours = neighbours;
  }

  /**
   * Writes a point at a random place between a row and one of its nearest neighbours to to[at ..).
   *
   * @param row     from 0
   * @param members the rows of its group
   * @param random  for all choices
   * @throws InterruptedException if the thread was interrupted
   */
  void between(int row, int[] members, Rng random, float[] to, int at) throws InterruptedException {
    Cancellation.checkCallingThread();
    int looks = Math.min(members.length, LOOKED_AT);
    int[] nearest = new int[Math.min(neighbours, looks)];
    double[] distances = new double[nearest.length];
    Arrays.fill(nearest, row);
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int found = 0;
    for (int i = 0; i < looks; i++) {
      int other = members[looks == members.length ? i : random.nextInt(members.length)];
      if (other != row) {
        found += insert(other, distance(row, other), nearest, distances) ? 1 : 0;
      }
    }
    int end = found == 0 ? row : nearest[random.nextInt(Math.min(found, nearest.length))];
    double part = random.nextDouble();
    for (int j = 0; j < width; j++) {
      double from = codes[row * width + j];
      to[at + j] = (float) (from + part * (codes[end * width + j] - from));
    }
  }

  /**
   * Moves points away from their mean until they vary as much, in each number of the code, as the rows that they lie
   * between: a mean of two rows varies less than a row.
   *
   * @param points  [points][width]
   * @param members the rows
   */
  void stretch(float[] points, int[] members) {
    int n = points.length / width;
    for (int j = 0; j < width; j++) {
      int at = j;
      double[] own = IntStream.range(0, n).mapToDouble(i -> points[i * width + at]).toArray();
      double[] wanted = IntStream.of(members).mapToDouble(r -> codes[r * width + at]).toArray();
      double mean = Utils.mean(own);
      double spread = Utils.variance(own);
      double factor = spread > 0 && members.length > 1
          ? Math.min(MOST_STRETCHED, Math.sqrt(Utils.variance(wanted) / spread)) : 1;
      for (int i = 0; i < n; i++) {
        points[i * width + j] = (float) (mean + factor * (points[i * width + j] - mean));
      }
    }
  }

  private double distance(int a, int b) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double d = (double) codes[a * width + j] - codes[b * width + j];
      sum += d * d;
    }
    return sum;
  }

  /** Keeps the list sorted; false if the row is no nearer than those in a full list. */
  private static boolean insert(int row, double distance, int[] nearest, double[] distances) {
    int k = distances.length - 1;
    if (k < 0 || distance >= distances[k]) {
      return false;
    }
    for (; k > 0 && distances[k - 1] > distance; k--) {
      distances[k] = distances[k - 1];
      nearest[k] = nearest[k - 1];
    }
    distances[k] = distance;
    nearest[k] = row;
    return true;
  }
}
