package ruru.boltzmann;

import java.util.Arrays;
import ruru.blas.Blas;
import ruru.blas.BlasProvider;
import ruru.nn.Cancellation;
import ruru.nn.Heap;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.train.Parallel;

/**
 * Trains a {@link RestrictedBoltzmannMachine} by contrastive divergence. The gradient of the mean log likelihood is the
 * mean of v h over the rows (positive phase) less its mean over the machine's own distribution (negative phase), which
 * k steps of Gibbs sampling stand in for. They begin at the rows of the batch (CD-k, Hinton 2002), or where they ended
 * at the last update (persistent chains, Tieleman 2008), of which there are as many as rows in a batch:
 *
 * <pre>W += rate (sum_r w_r v_r P(h | v_r) / sum_r w_r - mean of v' P(h | v') over the chains)</pre>
 *
 * and likewise the biases, v' being the visible units at the end; gaussian ones keep their means in the negative phase.
 * In both phases the hidden units enter with their probabilities, which varies less than drawing them.
 *
 * <p>A batch costs k + 1 products with the weights up, k down, and one for the update; the latter takes both phases at
 * once. Rows go to threads in blocks of a fixed size, and random numbers are named by update and chain, so that the
 * result has the same bits for any number of threads.
 */
public final class ContrastiveDivergence {
  /** Visible units whose weights one thread changes at a time. */
  private static final int UNITS = 128;

  /**
   * How it is trained.
   *
   * @param rate       the learning rate
   * @param batch      rows of an update; 0 for all
   * @param steps      k, of Gibbs sampling
   * @param persistent whether chains go on from update to update
   * @param threads    the most threads; 0 for all cores
   */
  public record Settings(double rate, int batch, int steps, boolean persistent, long seed, int threads) {
    public Settings {
      if (!(rate > 0 && rate < Double.POSITIVE_INFINITY) || batch < 0 || steps < 1) {
        throw new IllegalArgumentException("expected a rate above 0, a batch of at least 0 rows and at least 1 step, "
            + "got " + rate + ", " + batch + " and " + steps);
      }
    }
  }

  private final RestrictedBoltzmannMachine machine;
  private final Settings settings;
  private final float[] rows;
  private final float[] rowWeights;
  private final int[] order;
  private final int batch;
  private final float[] v;
  private final float[] h;
  private final float[] factors;
  /** The hidden units of persistent chains, drawn. */
  private final float[] chains;
  private int epochs;
  private long updates;

  /**
   * @param machine    whose parameters are changed
   * @param rows       [rows][visible]
   * @param rowWeights how much each row counts, above 0
   */
  public ContrastiveDivergence(RestrictedBoltzmannMachine machine, Settings settings, float[] rows,
      float[] rowWeights) {
    this.machine = machine;
    this.settings = settings;
    this.rows = rows;
    this.rowWeights = rowWeights;
    int n = rowWeights.length;
    if (n == 0 || rows.length != n * machine.visible()) {
      throw new IllegalArgumentException("expected rows of " + machine.visible() + " numbers for " + n + " weights, "
          + "got " + rows.length + " numbers");
    }
    order = new int[n];
    batch = settings.batch == 0 ? n : Math.min(settings.batch, n);
    String remedy = "Use a smaller batch";
    v = Heap.floats(2 * batch, machine.visible(), "states", "visible units", remedy);
    h = Heap.floats(2 * batch, machine.hidden(), "states", "hidden units", remedy);
    factors = new float[2 * batch];
    chains = new float[settings.persistent ? batch * machine.hidden() : 0];
  }

  /** Finished epochs. */
  public int epochs() {
    return epochs;
  }

  /**
   * One pass over the rows in random order.
   *
   * @throws E if cancelled; finished updates stay, and the epoch does not count
   * @throws IllegalArgumentException if a parameter is no longer a finite number
   */
  public <E extends Exception> void epoch(Cancellation<E> cancellation) throws E {
    for (int r = 0; r < order.length; r++) {
      order[r] = r;
    }
    new Rng(settings.seed, RandomStream.ORDER, epochs).shuffle(order, order.length);
    for (int from = 0; from < order.length; from += batch) {
      update(from, Math.min(batch, order.length - from), cancellation);
    }
    epochs++;
    requireFinite();
  }

  private <E extends Exception> void update(int from, int n, Cancellation<E> cancellation) throws E {
    int width = machine.visible();
    int chainCount = settings.persistent ? batch : n;
    Blas blas = BlasProvider.get();
    // Positive phase in the first n places, chains after them.
    Parallel.<E>run((Math.max(n, chainCount) + RestrictedBoltzmannMachine.ROWS - 1) / RestrictedBoltzmannMachine.ROWS,
        settings.threads, b -> {
          int first = b * RestrictedBoltzmannMachine.ROWS;
          int ofRows = Math.max(0, Math.min(RestrictedBoltzmannMachine.ROWS, n - first));
          for (int r = first; r < first + ofRows; r++) {
            System.arraycopy(rows, order[from + r] * width, v, r * width, width);
          }
          machine.hidden(blas, ofRows, v, first * width, h, first * machine.hidden());
          sample(blas, n, first, Math.min(RestrictedBoltzmannMachine.ROWS, chainCount - first), cancellation);
        });
    double sum = 0;
    for (int r = 0; r < n; r++) {
      sum += rowWeights[order[from + r]];
    }
    for (int r = 0; r < n; r++) {
      factors[r] = (float) (settings.rate * rowWeights[order[from + r]] / sum);
      if (!settings.persistent) {
        factors[n + r] = -factors[r];
      }
    }
    if (settings.persistent) {
      Arrays.fill(factors, n, n + chainCount, (float) (-settings.rate / chainCount));
    }
    learn(blas, n + chainCount);
    updates++;
  }

  /** Negative phase of chains from one on, whose states come after those of n rows. */
  private <E extends Exception> void sample(Blas blas, int n, int first, int count, Cancellation<E> cancellation)
      throws E {
    int hidden = machine.hidden();
    int hAt = (n + first) * hidden;
    int vAt = (n + first) * machine.visible();
    if (settings.persistent) {
      System.arraycopy(chains, first * hidden, h, hAt, count * hidden);
    } else {
      System.arraycopy(h, first * hidden, h, hAt, count * hidden);
      draw(first, count, hAt, 0);
    }
    for (int s = 0; s < settings.steps; s++) {
      cancellation.check();
      machine.visible(blas, count, h, hAt, v, vAt);
      for (int r = 0; r < count; r++) {
        machine.units().draw(v, vAt + r * machine.visible(),
            Rng.key(settings.seed, RandomStream.VISIBLE_UNITS, updates * settings.steps + s, first + r), false);
      }
      machine.hidden(blas, count, v, vAt, h, hAt);
      if (s < settings.steps - 1) {
        draw(first, count, hAt, s + 1);
      }
    }
    if (settings.persistent) {
      float[] probabilities = Arrays.copyOfRange(h, hAt, hAt + count * hidden);
      draw(first, count, hAt, settings.steps);
      System.arraycopy(h, hAt, chains, first * hidden, count * hidden);
      System.arraycopy(probabilities, 0, h, hAt, probabilities.length);
    }
  }

  private void draw(int first, int count, int hAt, int step) {
    int hidden = machine.hidden();
    for (int r = 0; r < count; r++) {
      VisibleUnits.drawBinary(h, hAt + r * hidden, 0, hidden,
          Rng.key(settings.seed, RandomStream.HIDDEN_UNITS, updates * (settings.steps + 1) + step, first + r));
    }
  }

  /** Adds the states of both phases times their factors to the parameters. */
  private void learn(Blas blas, int states) {
    int width = machine.visible();
    int hidden = machine.hidden();
    for (int r = 0; r < states; r++) {
      float factor = factors[r];
      for (int i = 0; i < width; i++) {
        machine.visibleBias()[i] += factor * v[r * width + i];
      }
      for (int j = r * hidden; j < (r + 1) * hidden; j++) {
        h[j] *= factor;
      }
      blas.axpy(hidden, 1, h, r * hidden, machine.hiddenBias(), 0);
    }
    Parallel.run((width + UNITS - 1) / UNITS, settings.threads, b -> {
      int from = b * UNITS;
      blas.gemm(true, false, Math.min(UNITS, width - from), hidden, states, 1, v, from, width, h, 0, hidden, 1,
          machine.weights(), from * hidden, hidden);
    });
  }

  private void requireFinite() {
    for (float[] parameters : new float[][] {machine.weights(), machine.visibleBias(), machine.hiddenBias()}) {
      for (float p : parameters) {
        if (!Float.isFinite(p)) {
          throw new IllegalArgumentException("the machine's weights are no longer finite numbers after epoch " + epochs
              + "; use a lower learning rate (-rate) than " + settings.rate);
        }
      }
    }
  }
}
