package weka.core.neural.encoding;

import java.util.Arrays;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.Shape;
import ruru.nn.train.ArrayDataset;
import ruru.nn.train.Dataset;
import ruru.nn.train.Parallel;
import ruru.nn.train.RaggedDataset;

/** Makes a data set of rows that have a number of steps each. */
final class SeriesRows {
  private static final int ROWS_OF_TASK = 32;

  /** Writes the steps of a row, one after the other. */
  interface Writer {
    void write(int row, float[] to, int start);
  }

  private SeriesRows() {}

  /**
   * The rows, of a shape with more steps if one is longer than all that were trained on.
   *
   * @param lengths steps of each row
   * @param trained the shape of the longest row in training
   * @param threads the most threads; 0 for all cores
   */
  static <E extends Exception> Dataset of(int[] lengths, Shape trained, Targets targets, int threads,
      Cancellation<E> cancellation, Writer writer) throws E {
    int c = trained.channels();
    int[] starts = new int[lengths.length];
    long numbers = 0;
    for (int r = 0; r < lengths.length; r++) {
      starts[r] = (int) numbers;
      numbers += (long) lengths[r] * c;
    }
    Heap.requireFloats(numbers, numbers, lengths.length + " series of " + c + " inputs a step",
        "Use fewer rows or steps");
    float[] x = new float[(int) numbers];
    int tasks = (lengths.length + ROWS_OF_TASK - 1) / ROWS_OF_TASK;
    Parallel.run(tasks, threads, task -> {
      cancellation.check();
      for (int r = task * ROWS_OF_TASK; r < Math.min(lengths.length, (task + 1) * ROWS_OF_TASK); r++) {
        writer.write(r, x, starts[r]);
      }
    });
    int longest = trained.dim(0);
    if (Arrays.stream(lengths).allMatch(n -> n == longest)) {
      return new ArrayDataset(trained, targets.shape(), x, targets.values(), targets.weights(), targets.labels());
    }
    int most = Math.max(longest, Arrays.stream(lengths).max().orElse(0));
    return new RaggedDataset(Shape.of(most, c), targets.shape(), x, lengths, targets.values(), targets.weights(),
        targets.labels());
  }
}
