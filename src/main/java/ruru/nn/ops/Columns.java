package ruru.nn.ops;

/** Columns of matrices [lines][width], copied line by line. */
public final class Columns {
  private Columns() {}

  /**
   * Copies some columns of one matrix to another.
   *
   * @param start index of the first number to copy
   * @param at    index at which it is put
   * @param columns how many numbers of each line
   */
  public static void copy(float[] from, int start, int width, float[] to, int at, int toWidth, int columns, int lines) {
    for (int i = 0; i < lines; i++) {
      System.arraycopy(from, start + i * width, to, at + i * toWidth, columns);
    }
  }
}
