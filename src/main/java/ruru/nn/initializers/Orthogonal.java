package ruru.nn.initializers;

import ruru.nn.Cancellation;
import ruru.nn.Description;
import ruru.nn.Initializer;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * A random orthogonal matrix times {@code gain}: the weight W [fanIn, columns] has orthonormal columns, or orthonormal
 * rows if it is wider than high, so that it changes no length in the smaller of its two spaces.
 *
 * <p>A matrix of normal numbers is factorised into Q R in double, and each column of Q takes the sign of R's diagonal,
 * which makes Q uniform over all such matrices (Mezzadri 2007, arXiv:math-ph/0609050). Source of the initialisation:
 * Saxe et al. 2013, arXiv:1312.6120; sqrt(2) is the gain that suits relu.
 */
@Description("Orthonormal columns or rows, times a gain.")
public record Orthogonal(
    @Setting(value = "factor; 1.414 suits relu", byDefault = "1", min = 0, above = true) double gain)
    implements Initializer {

  public Orthogonal() {
    this(1);
  }

  @Override
  public <E extends Exception> void fill(float[] values, int offset, int count, int fanIn, int fanOut, Rng rng,
      Cancellation<E> cancellation) throws E {
    int columns = count / fanIn;
    if (columns * fanIn != count) {
      throw new IllegalArgumentException("orthogonal: " + count + " weights do not fill a matrix with " + fanIn
          + " rows, one for each input; choose another initialiser");
    }
    boolean wide = columns > fanIn;
    int rows = Math.max(fanIn, columns);
    int rank = Math.min(fanIn, columns);
    double[] matrix = new double[rows * rank];
    for (int j = 0; j < rank; j++) {
      cancellation.check();
      for (int i = 0; i < rows; i++) {
        matrix[j * rows + i] = rng.nextGaussian();
      }
    }
    BlockedQr<E> factors = new BlockedQr<>(matrix, rows, rank, cancellation);
    factors.factorise();
    double[] factor = new double[rank];
    for (int j = 0; j < rank; j++) {
      factor[j] = matrix[j * rows + j] < 0 ? -gain : gain;
    }
    factors.form();
    for (int j = 0; j < rank; j++) {
      for (int i = 0; i < rows; i++) {
        values[offset + (wide ? j * columns + i : i * columns + j)] = (float) (factor[j] * matrix[j * rows + i]);
      }
    }
  }
}
