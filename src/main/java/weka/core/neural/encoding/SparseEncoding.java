package weka.core.neural.encoding;

import java.util.Arrays;
import java.util.List;
import ruru.nn.Cancellation;
import ruru.nn.NotEnoughMemoryException;
import ruru.nn.SparseRows;
import ruru.nn.train.Parallel;
import weka.core.Instance;
import weka.core.SparseInstance;

/**
 * Encodes rows into {@link SparseRows}. Of an instance that Weka stores sparsely only the stored values are encoded:
 * what the others become is that of a row of zeros.
 */
final class SparseEncoding {
  private static final int ROWS_OF_TASK = 256;
  /** The fewest inputs for which sparse rows pay off. */
  static final int MANY_INPUTS = 256;
  /** The largest share of inputs that are not zero. */
  private static final double FEW = 0.1;
  /** Rows by which the share is estimated; fewer are not worth it. */
  private static final int SAMPLE = 32;

  /** How a row becomes inputs, zeros included. */
  interface Encoding {
    /** Writes the inputs of a row to target[offset ..). */
    void encode(Instance row, float[] target, int offset);
  }

  private final Encoding encoder;
  private final int width;
  /** Per attribute of the data: its code; null if it has none. Empty if inputs are not those of the codes alone. */
  private final AttributeCode[] codeOf;
  /** Per attribute of the data: where its inputs start. */
  private final int[] placeOf;
  private final float[] zeros;

  private SparseEncoding(Encoding encoder, int width, List<AttributeCode> codes, Instance like) {
    this.encoder = encoder;
    this.width = width;
    codeOf = new AttributeCode[codes.isEmpty() ? 0 : like.numAttributes()];
    placeOf = new int[like.numAttributes()];
    int place = 0;
    for (AttributeCode code : codes) {
      codeOf[code.index()] = code;
      placeOf[code.index()] = place;
      place += code.width();
    }
    zeros = new float[width];
    Instance allZero = new SparseInstance(1, new double[0], new int[0], like.numAttributes());
    encoder.encode(allZero, zeros, 0);
  }

  /** Whether few inputs of the rows are not zero, judged by some of them. */
  static boolean isWorthwhile(Encoding encoder, int width, List<Instance> rows) {
    if (rows.size() < SAMPLE) {
      return false;
    }
    float[] row = new float[width];
    long entries = 0;
    for (int s = 0; s < SAMPLE; s++) {
      encoder.encode(rows.get((int) ((long) s * rows.size() / SAMPLE)), row, 0);
      entries += count(row);
    }
    return entries <= FEW * SAMPLE * width;
  }

  private static int count(float[] row) {
    int count = 0;
    for (float x : row) {
      count += x == 0 ? 0 : 1;
    }
    return count;
  }

  /**
   * The rows' inputs.
   *
   * @param codes of attributes, whose inputs follow each other and are all; empty if there are others
   * @throws NotEnoughMemoryException if there are too many that are not zero
   */
  static <E extends Exception> SparseRows of(Encoding encoder, int width, List<AttributeCode> codes,
      List<Instance> rows, int threads, Cancellation<E> cancellation) throws E {
    SparseEncoding encoding = new SparseEncoding(encoder, width, codes, rows.get(0));
    int tasks = (rows.size() + ROWS_OF_TASK - 1) / ROWS_OF_TASK;
    SparseRows[] parts = new SparseRows[tasks];
    Parallel.run(tasks, threads, task -> {
      cancellation.check();
      int from = task * ROWS_OF_TASK;
      parts[task] = encoding.part(rows.subList(from, Math.min(rows.size(), from + ROWS_OF_TASK)));
    });
    return joined(parts, rows.size());
  }

  private SparseRows part(List<Instance> rows) {
    int[] starts = new int[rows.size() + 1];
    int[] columns = new int[width];
    float[] values = new float[width];
    float[] row = new float[width];
    int n = 0;
    for (int r = 0; r < rows.size(); r++) {
      encode(rows.get(r), row);
      if (n + width > columns.length) {
        int more = Math.max(n + width, 2 * n);
        columns = Arrays.copyOf(columns, more);
        values = Arrays.copyOf(values, more);
      }
      for (int i = 0; i < width; i++) {
        if (row[i] != 0) {
          columns[n] = i;
          values[n++] = row[i];
        }
      }
      starts[r + 1] = n;
    }
    return new SparseRows(starts, Arrays.copyOf(columns, n), Arrays.copyOf(values, n));
  }

  private void encode(Instance row, float[] target) {
    if (!(row instanceof SparseInstance) || row.numAttributes() != codeOf.length) {
      encoder.encode(row, target, 0);
      return;
    }
    System.arraycopy(zeros, 0, target, 0, width);
    for (int k = 0; k < row.numValues(); k++) {
      AttributeCode code = codeOf[row.index(k)];
      if (code != null) {
        code.encode(row, target, placeOf[row.index(k)]);
      }
    }
  }

  private static SparseRows joined(SparseRows[] parts, int rows) {
    long total = Arrays.stream(parts).mapToLong(p -> p.values().length).sum();
    if (total > Integer.MAX_VALUE - 8) {
      throw new NotEnoughMemoryException(rows + " rows have " + total + " inputs that are not zero, but at most "
          + (Integer.MAX_VALUE - 8) + " can be held. Use fewer rows, or fewer attributes");
    }
    int[] starts = new int[rows + 1];
    int[] columns = new int[(int) total];
    float[] values = new float[(int) total];
    int r = 0;
    int n = 0;
    for (SparseRows part : parts) {
      System.arraycopy(part.columns(), 0, columns, n, part.columns().length);
      System.arraycopy(part.values(), 0, values, n, part.values().length);
      for (int i = 1; i < part.starts().length; i++) {
        starts[++r] = n + part.starts()[i];
      }
      n += part.values().length;
    }
    return new SparseRows(starts, columns, values);
  }
}
