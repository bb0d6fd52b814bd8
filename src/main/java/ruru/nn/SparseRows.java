package ruru.nn;

/**
 * A matrix of which few elements are not zero, row by row (CSR: compressed sparse rows), in float32. Those of row r are
 * values[starts[r] .. starts[r + 1]), in the given columns, which increase within a row.
 *
 * @param starts one for each row, and the end
 */
public record SparseRows(int[] starts, int[] columns, float[] values) {
  public SparseRows {
    if (starts.length == 0 || columns.length != values.length || starts[starts.length - 1] != values.length) {
      throw new IllegalArgumentException("expected starts that end with the number of values, and as many columns as "
          + "values; got " + starts.length + " starts, " + columns.length + " columns, " + values.length + " values");
    }
  }

  public int rows() {
    return starts.length - 1;
  }

  /** Writes a row's values to their columns in target, from offset on, and no zeros. */
  public void write(int row, float[] target, int offset) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      target[offset + columns[i]] = values[i];
    }
  }

  /**
   * Adds a row times a matrix [columns][width] to target[at .. at + width).
   *
   * @param from where the matrix starts in its array
   */
  public void addProduct(int row, float[] matrix, int from, int width, float[] target, int at) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      add(values[i], matrix, from + columns[i] * width, width, target, at);
    }
  }

  /**
   * Adds the outer product of a row and source[at .. at + width) to a matrix [columns][width].
   *
   * @param to where the matrix starts in its array
   */
  public void addOuterProduct(int row, float[] source, int at, int width, float[] matrix, int to) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      add(values[i], source, at, width, matrix, to + columns[i] * width);
    }
  }

  private static void add(float factor, float[] source, int at, int n, float[] target, int to) {
    for (int j = 0; j < n; j++) {
      target[to + j] += factor * source[at + j];
    }
  }
}
