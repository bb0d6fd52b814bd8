package ruru.nn.health;

import java.util.Arrays;
import ruru.nn.Tensor;

/** Statistics of a layer's outputs over the rows of a sample. */
final class Outputs {
  private final double mean;
  private final double deviation;

  Outputs(Tensor y) {
    double sum = 0;
    double variance = 0;
    int columns = y.channels();
    double[] sums = new double[columns];
    double[] squares = new double[columns];
    for (int p = 0; p < y.positions(); p++) {
      float[] plane = y.plane(p);
      int rows = y.rows(p);
      Arrays.fill(sums, 0);
      Arrays.fill(squares, 0);
      for (int i = 0; i < rows * columns; i++) {
        // Beside the first row's, so that squares of large numbers do not cancel.
        double v = plane[i] - plane[i % columns];
        sums[i % columns] += v;
        squares[i % columns] += v * v;
      }
      for (int c = 0; c < columns; c++) {
        double m = sums[c] / rows;
        sum += m + plane[c];
        variance += Math.max(0, squares[c] / rows - m * m);
      }
    }
    double outputs = (double) y.positions() * columns;
    mean = sum / outputs;
    deviation = Math.sqrt(variance / outputs);
  }

  double mean() {
    return mean;
  }

  double deviation() {
    return deviation;
  }
}
