package ruru.cluster;

/**
 * Rows of numbers to be clustered. The array is not copied.
 *
 * @param values  [rows][width]
 * @param weights one per row, above 0: 2 counts like the row twice
 */
public record Points(float[] values, int width, float[] weights) {
  public Points {
    if (values.length != (long) width * weights.length) {
      throw new IllegalArgumentException("expected " + weights.length + " rows of " + width + " numbers, got "
          + values.length + " numbers");
    }
    for (int r = 0; r < weights.length; r++) {
      if (!(weights[r] > 0 && weights[r] < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("row " + (r + 1) + ": expected a finite weight above 0, got " + weights[r]);
      }
    }
  }

  public int rows() {
    return weights.length;
  }

  /** The squared distance of a row from a centre. */
  public double squaredDistance(int row, float[] centers, int center) {
    double sum = 0;
    int a = row * width;
    int b = center * width;
    for (int i = 0; i < width; i++) {
      double d = (double) values[a + i] - centers[b + i];
      sum += d * d;
    }
    return sum;
  }

  /** Copies of some rows. */
  public Points select(int[] rows) {
    float[] copy = new float[rows.length * width];
    float[] w = new float[rows.length];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(values, rows[r] * width, copy, r * width, width);
      w[r] = weights[rows[r]];
    }
    return new Points(copy, width, w);
  }
}
