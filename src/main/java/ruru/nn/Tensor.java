package ruru.nn;

import java.util.Arrays;

/**
 * The values of some rows (examples) of one shape, in float32.
 *
 * <p>Storage: one array per position, a plane, each holding [rows][channels]. Rows of features are one plane
 * [rows][features]; an image of height x width x channels has height * width planes [rows][channels], in row order. A
 * plane is an operand of a matrix product as it is, and a loop over a whole plane starts at index 0 in every array,
 * which Java's compiler vectorises. Element-wise code loops over the planes and need not know which of the two it sees.
 *
 * <p>A tensor is allocated for a number of rows once; fewer may be in use.
 */
public final class Tensor {
  private final Shape shape;
  private final int capacity;
  private final int channels;
  private final float[][] planes;
  private int rows;

  /** Zeros for up to {@code capacity} rows, all of them in use. */
  public Tensor(Shape shape, int capacity) {
    if ((long) capacity * shape.channels() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          capacity + " rows of shape " + shape + " do not fit into one array; use smaller batches");
    }
    this.shape = shape;
    this.capacity = capacity;
    this.channels = shape.channels();
    this.planes = new float[shape.positions()][capacity * channels];
    this.rows = capacity;
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

  /** Sets how many rows are in use; values are kept. */
  public void setRows(int rows) {
    if (rows < 0 || rows > capacity) {
      throw new IllegalArgumentException("rows must be from 0 to " + capacity + ", got " + rows);
    }
    this.rows = rows;
  }

  public int positions() {
    return planes.length;
  }

  public int channels() {
    return channels;
  }

  /** The array of a position: [rows][channels] from index 0. Not a copy. */
  public float[] plane(int position) {
    return planes[position];
  }

  /** The only plane of a tensor of features: [rows][features] from index 0. Not a copy. */
  public float[] matrix() {
    if (planes.length != 1) {
      throw new IllegalStateException("a tensor of shape " + shape + " is not a matrix");
    }
    return planes[0];
  }

  /** Elements of a plane that are in use: rows * channels. */
  public int planeSize() {
    return rows * channels;
  }

  /** Element {@code index} of a row, counted through the shape with the last axis fastest. */
  public float get(int row, int index) {
    return planes[index / channels][row * channels + index % channels];
  }

  public void set(int row, int index, float value) {
    planes[index / channels][row * channels + index % channels] = value;
  }

  /** Copies a row out of this tensor, in the order of {@link #get}. */
  public void readRow(int row, float[] target, int offset) {
    for (int p = 0; p < planes.length; p++) {
      System.arraycopy(planes[p], row * channels, target, offset + p * channels, channels);
    }
  }

  /** Copies a row into this tensor, in the order of {@link #set}. */
  public void writeRow(int row, float[] source, int offset) {
    for (int p = 0; p < planes.length; p++) {
      System.arraycopy(source, offset + p * channels, planes[p], row * channels, channels);
    }
  }

  /** Sets every element in use to a value. */
  public void fill(float value) {
    for (float[] plane : planes) {
      Arrays.fill(plane, 0, rows * channels, value);
    }
  }
}
