package ruru.boltzmann;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.FloatMath;
import ruru.nn.Heap;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.train.Parallel;

/**
 * A restricted Boltzmann machine: visible units v and hidden binary units h, each connected with all of the other side
 * and with none of its own. A state has the energy
 *
 * <pre>E(v, h) = -v W h - a v - b h     (gaussian units: sum (v - a)^2 / 2 in place of -a v)</pre>
 *
 * and the probability exp(-E) / Z. Hence P(h_j = 1 | v) = sigmoid((v W + b)_j), and the visible units given h are as
 * {@link VisibleUnits} says, with x = W h + a. Sources: Smolensky 1986; Hinton 2002, Training products of experts by
 * minimizing contrastive divergence.
 *
 * <p>Not to be changed while another thread uses it.
 */
public final class RestrictedBoltzmannMachine {
  /** Rows that one thread takes at a time; fixed, so that the bits do not depend on the number of threads. */
  static final int ROWS = 64;
  private static final float DEVIATION = 0.01f;
  private static final String REMEDY = "Use fewer hidden units, or fewer values of nominal attributes";

  private final VisibleUnits units;
  private final int hidden;
  private final float[] weights;
  private final float[] visibleBias;
  private final float[] hiddenBias;

  /** All parameters are 0. */
  public RestrictedBoltzmannMachine(VisibleUnits units, int hidden) {
    if (hidden < 1 || units.count() < 1) {
      throw new IllegalArgumentException("expected at least 1 visible and 1 hidden unit, got " + units.count() + " and "
          + hidden);
    }
    this.units = units;
    this.hidden = hidden;
    weights = Heap.floats(units.count(), hidden, "visible units", "weights", REMEDY);
    visibleBias = new float[units.count()];
    hiddenBias = new float[hidden];
  }

  /**
   * Weights are drawn from a normal distribution with standard deviation 0.01, hidden biases are 0, and visible biases
   * such that without weights each unit has its mean in the rows. Source: Hinton 2012, section 8.
   *
   * @param means of the visible units, [visible]
   * @param rows  that they are the means of; counts as if one more row had each value
   */
  public void initialise(float[] means, double rows, long seed) {
    long key = Rng.key(seed, RandomStream.PARAMETERS, 0, 0);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = DEVIATION * Rng.gaussian(key, i);
    }
    Arrays.fill(hiddenBias, 0);
    for (VisibleUnits.Group g : units.groups()) {
      for (int i = g.start(); i < g.start() + g.count(); i++) {
        double p = means[i];
        visibleBias[i] = (float) switch (g.kind()) {
          case BINARY -> Math.log((p * rows + 1) / ((1 - p) * rows + 1));
          case SOFTMAX -> Math.log((p * rows + 1) / (rows + g.count()));
          case GAUSSIAN -> p;
        };
      }
    }
  }

  public VisibleUnits units() {
    return units;
  }

  /** The number of visible units. */
  public int visible() {
    return units.count();
  }

  /** The number of hidden units. */
  public int hidden() {
    return hidden;
  }

  /** W [visible][hidden], the machine's own array. */
  public float[] weights() {
    return weights;
  }

  /** a [visible], the machine's own array. */
  public float[] visibleBias() {
    return visibleBias;
  }

  /** b [hidden], the machine's own array. */
  public float[] hiddenBias() {
    return hiddenBias;
  }

  /** Writes v W + b [rows][hidden] into {@code h}. */
  void sums(Blas blas, int rows, float[] v, int vAt, float[] h, int hAt) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(hiddenBias, 0, h, hAt + r * hidden, hidden);
    }
    blas.gemm(false, false, rows, hidden, visible(), 1, v, vAt, visible(), weights, 0, hidden, 1, h, hAt, hidden);
  }

  /** Writes P(h = 1 | v) [rows][hidden] into {@code h}. */
  void hidden(Blas blas, int rows, float[] v, int vAt, float[] h, int hAt) {
    sums(blas, rows, v, vAt, h, hAt);
    VisibleUnits.sigmoid(h, hAt, hAt + rows * hidden);
  }

  /** Writes the means of v given h [rows][visible] into {@code v}. */
  void visible(Blas blas, int rows, float[] h, int hAt, float[] v, int vAt) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(visibleBias, 0, v, vAt + r * visible(), visible());
    }
    blas.gemm(false, true, rows, visible(), hidden, 1, h, hAt, hidden, weights, 0, hidden, 1, v, vAt, visible());
    for (int r = 0; r < rows; r++) {
      units.means(v, vAt + r * visible());
    }
  }

  /**
   * P(h = 1 | v) for rows, [rows][hidden].
   *
   * @param v       [rows][visible]
   * @param threads the most threads; 0 for all cores
   * @throws E      if cancelled
   */
  public <E extends Exception> float[] hidden(float[] v, int threads, Cancellation<E> cancellation) throws E {
    int rows = v.length / visible();
    float[] h = Heap.floats(rows, hidden, "rows", "hidden units", "Use fewer rows or hidden units");
    blocks(rows, threads, cancellation, (from, n) -> hidden(BlasProvider.get(), n, v, from * visible(), h,
        from * hidden));
    return h;
  }

  /**
   * The means of the visible units given the means of the hidden ones given v: what the machine makes of rows,
   * [rows][visible].
   *
   * @param v       [rows][visible]
   * @param threads the most threads; 0 for all cores
   * @throws E      if cancelled
   */
  public <E extends Exception> float[] reconstruction(float[] v, int threads, Cancellation<E> cancellation) throws E {
    int rows = v.length / visible();
    float[] result = Heap.floats(rows, visible(), "rows", "visible units", "Use fewer rows");
    blocks(rows, threads, cancellation, (from, n) -> {
      float[] h = new float[n * hidden];
      hidden(BlasProvider.get(), n, v, from * visible(), h, 0);
      visible(BlasProvider.get(), n, h, 0, result, from * visible());
    });
    return result;
  }

  /**
   * The free energy F(v) = -log sum_h exp(-E(v, h)) = -a v - sum_j log(1 + exp((v W + b)_j)) of rows; P(v) =
   * exp(-F(v)) / Z, so rows that the machine finds improbable have a high one.
   *
   * @param v       [rows][visible]
   * @param threads the most threads; 0 for all cores
   * @throws E      if cancelled
   */
  public <E extends Exception> double[] freeEnergies(float[] v, int threads, Cancellation<E> cancellation) throws E {
    int rows = v.length / visible();
    double[] result = new double[rows];
    blocks(rows, threads, cancellation, (from, n) -> {
      float[] x = new float[n * hidden];
      sums(BlasProvider.get(), n, v, from * visible(), x, 0);
      for (int r = 0; r < n; r++) {
        result[from + r] = visibleEnergy(v, (from + r) * visible()) - softplus(x, r * hidden, null, 0, 0);
      }
    });
    return result;
  }

  /** -a v, or sum (v - a)^2 / 2 of gaussian units. */
  double visibleEnergy(float[] v, int at) {
    double energy = 0;
    for (VisibleUnits.Group g : units.groups()) {
      boolean gaussian = g.kind() == VisibleUnits.Kind.GAUSSIAN;
      for (int i = g.start(); i < g.start() + g.count(); i++) {
        double difference = v[at + i] - visibleBias[i];
        energy += gaussian ? difference * difference / 2 : -(double) v[at + i] * visibleBias[i];
      }
    }
    return energy;
  }

  /**
   * sum_j log(1 + exp(x_j + factor y_j)).
   *
   * @param y null for none
   */
  double softplus(float[] x, int xAt, float @Nullable [] y, int yAt, float factor) {
    double sum = 0;
    for (int j = 0; j < hidden; j++) {
      float z = x[xAt + j] + (y == null ? 0 : factor * y[yAt + j]);
      sum += Math.max(z, 0) + FloatMath.log1p(FloatMath.exp(-Math.abs(z)));
    }
    return sum;
  }

  /** Work on rows from one on, so many. */
  interface Block<E extends Exception> {
    void run(int from, int rows) throws E;
  }

  /** Divides rows among threads, in blocks that do not depend on their number. */
  static <E extends Exception> void blocks(int rows, int threads, Cancellation<E> cancellation, Block<E> work)
      throws E {
    Parallel.<E>run((rows + ROWS - 1) / ROWS, threads, b -> {
      cancellation.check();
      work.run(b * ROWS, Math.min(ROWS, rows - b * ROWS));
    });
  }
}
