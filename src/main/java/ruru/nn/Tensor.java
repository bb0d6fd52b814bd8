package ruru.nn;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of some rows (examples) of one shape, in float32.
 *
 * <p>Storage: one array per position, a plane, each holding [rows][channels]. Rows of features are one plane
 * [rows][features]; an image of height x width x channels has height * width planes [rows][channels], in row order. A
 * plane is an operand of a matrix product as it is, and a loop over a whole plane starts at index 0 in every array,
 * which Java's compiler vectorises. Element-wise code loops over the planes and need not know which of the two it sees.
 *
 * <p>A tensor is allocated for a number of rows once; fewer may be in use.
 *
 * <p><b>Series of differing length</b> are {@link #isRagged ragged}: a row's positions from its {@link #length} on are
 * none of its own. The longest rows come first, so that those with a step at a position are the first {@link
 * #rows(int)} of its plane, and {@link #positions} is the length of the longest. Whoever runs the network writes zeros
 * to what lies beyond.
 *
 * <p>One that {@link #takesSparse takes sparse rows} may hold {@link SparseRows} instead: rows of features of which few
 * are not zero. They become a plane, which is allocated then, as soon as somebody asks for it.
 */
public final class Tensor {
  private final Shape shape;
  private final int capacity;
  private final int channels;
  private final float[][] planes;
  private final boolean takesSparse;
  private @Nullable SparseRows sparse;
  private int[] sparseRows = {};
  private int rows;
  private boolean ragged;
  /** Of each row; only if ragged. */
  private int[] lengths = {};
  /** For each position the rows that have it; only if ragged. */
  private int[] alive = {};

  /** Zeros for up to {@code capacity} rows, all of them in use. */
  public Tensor(Shape shape, int capacity) {
    this(shape, capacity, false);
  }

  private Tensor(Shape shape, int capacity, boolean takesSparse) {
    if ((long) capacity * shape.channels() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          capacity + " rows of shape " + shape + " do not fit into one array; use smaller batches");
    }
    this.shape = shape;
    this.capacity = capacity;
    this.channels = shape.channels();
    this.takesSparse = takesSparse;
    this.planes = new float[shape.positions()][takesSparse ? 0 : capacity * channels];
    this.rows = capacity;
  }

  /**
   * A tensor that may hold sparse rows.
   *
   * @param shape of rank 1
   */
  static Tensor forSparse(Shape shape, int capacity) {
    return new Tensor(shape, capacity, true);
  }

  /** Whether {@link #setSparse} may be called. */
  public boolean takesSparse() {
    return takesSparse;
  }

  /**
   * Sets the values of the first rows to some of a matrix.
   *
   * @param from  the matrix; not copied, and not to be changed
   * @param which the rows of the matrix
   */
  public void setSparse(SparseRows from, int[] which, int begin, int end) {
    if (!takesSparse) {
      throw new IllegalStateException("a tensor of shape " + shape + " that takes no sparse rows");
    }
    if (sparseRows.length < capacity) {
      sparseRows = new int[capacity];
    }
    System.arraycopy(which, begin, sparseRows, 0, end - begin);
    sparse = from;
  }

  /** The matrix whose rows {@link #sparseRow} are the values; null if they are in the planes. */
  public @Nullable SparseRows sparse() {
    return sparse;
  }

  /** The row of {@link #sparse} that holds the values of a row. */
  public int sparseRow(int row) {
    return sparseRows[row];
  }

  /** Before a plane is used. */
  private void makeDense() {
    if (planes[0].length == 0) {
      Heap.require((long) Float.BYTES * capacity * channels, capacity + " rows of shape " + shape + " at once",
          "Use a smaller batch, or fewer inputs");
      planes[0] = new float[capacity * channels];
    }
    SparseRows from = sparse;
    if (from != null) {
      sparse = null;
      Arrays.fill(planes[0], 0, rows * channels, 0);
      for (int r = 0; r < rows; r++) {
        from.write(sparseRows[r], planes[0], r * channels);
      }
    }
  }

  public Shape shape() {
    return shape;
  }

  public int capacity() {
    return capacity;
  }

  /** Rows in use. */
  public int rows() {
    return rows;
  }

  /** Sets how many rows are in use, all of full length; values are kept. */
  public void setRows(int rows) {
    if (rows < 0 || rows > capacity) {
      throw new IllegalArgumentException("rows must be from 0 to " + capacity + ", got " + rows);
    }
    this.rows = rows;
    ragged = false;
  }

  /**
   * Makes the rows in use series of differing length.
   *
   * @param all    the lengths of a whole data set, from 1 to the shape's
   * @param chosen the data set's rows that are those in use, from begin to end, the longest first
   */
  public void setLengths(int[] all, int[] chosen, int begin, int end) {
    makeRagged();
    for (int i = begin; i < end; i++) {
      lengths[i - begin] = all[chosen[i]];
    }
    countAlive();
  }

  /**
   * Takes the lengths of an op's output from those of its input, if the output is a series.
   *
   * @param outputLength that of an input's length; 0 if the output is no series
   */
  void takeLengths(IntUnaryOperator outputLength, Tensor input) {
    makeRagged();
    for (int r = 0; r < rows && ragged; r++) {
      lengths[r] = outputLength.applyAsInt(input.length(r));
      ragged = lengths[r] > 0;
    }
    if (ragged) {
      countAlive();
    }
  }

  /** Takes the lengths of a tensor of the same shape. */
  void takeLengths(Tensor from) {
    makeRagged();
    System.arraycopy(from.lengths, 0, lengths, 0, rows);
    countAlive();
  }

  private void makeRagged() {
    ragged = true;
    if (lengths.length == 0) {
      lengths = new int[capacity];
      alive = new int[planes.length];
    }
  }

  private void countAlive() {
    for (int r = 0, most = planes.length; r < rows; r++) {
      if (lengths[r] < 1 || lengths[r] > most) {
        throw new IllegalArgumentException("row " + r + " has " + lengths[r] + " steps; expected 1 to " + most
            + ", as the longest rows come first");
      }
      most = lengths[r];
    }
    for (int t = 0, n = rows; t < positions(); t++) {
      while (lengths[n - 1] <= t) {
        n--;
      }
      alive[t] = n;
    }
  }

  /** Whether rows are series of differing length. */
  public boolean isRagged() {
    return ragged;
  }

  /** The number of steps that a row has. */
  public int length(int row) {
    return ragged ? lengths[row] : planes.length;
  }

  /** Rows that have a position: the first ones. */
  public int rows(int position) {
    return ragged ? alive[position] : rows;
  }

  /** Writes zeros to the positions in use that a row does not have. */
  void clearTails() {
    for (int t = 0; ragged && t < positions(); t++) {
      Arrays.fill(planes[t], alive[t] * channels, rows * channels, 0);
    }
  }

  /** Positions in use: those of the shape, or those of the longest row if rows differ in length. */
  public int positions() {
    return !ragged ? planes.length : rows == 0 ? 0 : lengths[0];
  }

  public int channels() {
    return channels;
  }

  /** The array of a position: [rows][channels] from index 0. Not a copy. */
  public float[] plane(int position) {
    if (takesSparse) {
      makeDense();
    }
    return planes[position];
  }

  /** The only plane of a tensor of features: [rows][features] from index 0. Not a copy. */
  public float[] matrix() {
    if (planes.length != 1) {
      throw new IllegalStateException("a tensor of shape " + shape + " is not a matrix");
    }
    return plane(0);
  }

  /** Elements of a plane that are in use: rows * channels. */
  public int planeSize() {
    return rows * channels;
  }

  /** Element {@code index} of a row, counted through the shape with the last axis fastest. */
  public float get(int row, int index) {
    return plane(index / channels)[row * channels + index % channels];
  }

  public void set(int row, int index, float value) {
    plane(index / channels)[row * channels + index % channels] = value;
  }

  /** Copies a row out of this tensor, in the order of {@link #get}. */
  public void readRow(int row, float[] target, int offset) {
    for (int p = 0; p < planes.length; p++) {
      System.arraycopy(plane(p), row * channels, target, offset + p * channels, channels);
    }
  }

  /** Copies a row into this tensor, in the order of {@link #set}. */
  public void writeRow(int row, float[] source, int offset) {
    for (int p = 0; p < planes.length; p++) {
      System.arraycopy(source, offset + p * channels, plane(p), row * channels, channels);
    }
  }

  /** Sets every element in use to a value. */
  public void fill(float value) {
    for (int p = 0; p < positions(); p++) {
      Arrays.fill(plane(p), 0, rows * channels, value);
    }
  }
}
