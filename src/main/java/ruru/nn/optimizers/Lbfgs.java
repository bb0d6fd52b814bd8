package ruru.nn.optimizers;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.FullBatchOptimizer;
import ruru.nn.Setting;

/**
 * Limited-memory BFGS: the direction is -H g, where H, an approximation of the inverse Hessian, follows from how the
 * gradient changed in the last {@code memory} moves; a {@link LineSearch} finds the step. Sums are kept in double.
 * Source: Nocedal and Wright 2006, "Numerical optimization", algorithms 7.4 and 7.5.
 *
 * <p>The first move goes along -g, at most a distance of 1. So does a move for which -H g leads nowhere, which also
 * clears the memory.
 *
 * <p>It has converged when no element of the gradient is above {@code gradient}; or when the last {@code memory} moves
 * together lowered the loss by less than {@code decrease} times the loss; or when neither -H g nor -g leads to a lower
 * loss. The gain of a move is taken to be half of s y, exact for a quadratic, as the loss itself is not exact enough
 * (where s y is not above 0, as for a move among rounding errors, the gradient's mean before and after it times -s);
 * less than 1e-14, the square of what float resolves in targets of size 1, is always too little. The defaults are our
 * choice: training continues while predictions improve.
 *
 * <p>If the parameters were changed from outside since the last move, it starts afresh. {@link LbfgsMemory} says what
 * the slots hold.
 */
@Description("Limited-memory BFGS, for all rows at once: estimates the curvature and needs no rate.")
public record Lbfgs(
    @Setting(value = "moves to remember", byDefault = "10", min = 1, max = 1000) int memory,
    @Setting(value = "stop when no element of the gradient is larger", byDefault = "1e-9", min = 0) double gradient,
    @Setting(value = "stop when the loss decreases by less than this "
        + "fraction", byDefault = "1e-12", min = 0) double decrease)
    implements FullBatchOptimizer {

  /** Smallest cosine of the angle between direction and -g that is not taken for a rounding error. */
  private static final double COSINE = 1e-9;

  public Lbfgs() {
    this(10, 1e-9, 1e-12);
  }

  @Override
  public int slots() {
    return LbfgsMemory.slots(memory);
  }

  @Override
  public Result iterate(long t, Objective f, float[] x, float[][] slot) throws InterruptedException {
    LbfgsMemory m = new LbfgsMemory(memory, slot);
    float[] g = m.gradient();
    double loss = m.loss();
    if (t == 1 || m.isElsewhere(x) || !Double.isFinite(loss)) {
      m.forget();
      loss = f.evaluate(x, g);
      if (!Double.isFinite(loss) || !Double.isFinite(Vectors.dot(g, g))) {
        m.keepNoLoss();
        return new Result(Double.NaN, false);
      }
    }
    Vectors.copy(x, m.parameters());
    double[] products = m.products();
    if (Vectors.largest(g) <= gradient || isLevel(t, products, loss, m)) {
      m.keep(loss);
      return new Result(loss, true);
    }
    LineSearch search;
    try {
      search = quasiNewton(t, f, x, m, products, loss);
      if (search == null) {
        m.forget();
        search = steepest(f, x, m, loss);
      }
    } catch (InterruptedException e) {
      Vectors.copy(m.parameters(), x);
      m.keep(loss);
      throw e;
    }
    if (search == null) {
      Vectors.copy(m.parameters(), x);
      m.keep(loss);
      return new Result(loss, true);
    }
    m.remember(t, x);
    m.keep(search.loss());
    return new Result(search.loss(), false);
  }

  /** Whether the memory is full of moves that together gained next to nothing. */
  private boolean isLevel(long t, double[] products, double loss, LbfgsMemory m) {
    double gain = 0;
    for (int i = 0; i < memory; i++) {
      if (products[i] > 0) {
        gain += products[i] / 2;
      } else if (Vectors.largest(m.move(i)) > 0) {
        gain += Math.abs(descent(t, i, m));
      } else {
        return false;
      }
    }
    return gain <= Math.max(decrease * Math.abs(loss), LineSearch.RESIDUAL_NOISE * LineSearch.RESIDUAL_NOISE);
  }

  /**
   * What the move at place i gained by the trapezoid rule: the mean slope before and after it. The gradient there is
   * the latest without the changes since.
   */
  private static double descent(long t, int i, LbfgsMemory m) {
    float[] move = m.move(i);
    double after = Vectors.dot(m.gradient(), move);
    for (long k = t - 1; k > 0 && m.place(k) != i; k--) {
      after -= Vectors.dot(m.change(m.place(k)), move);
    }
    return Vectors.dot(m.change(i), move) / 2 - after;
  }

  /** A search along -H g (algorithm 7.4), or null if it finds nothing. */
  private static @Nullable LineSearch quasiNewton(long t, Objective f, float[] x, LbfgsMemory m, double[] products,
      double loss)
      throws InterruptedException {
    float[] g = m.gradient();
    float[] q = m.direction();
    long first = Math.max(1, t - m.size());
    double[] alpha = new double[m.size()];
    double scale = 0;
    Vectors.copy(g, q);
    for (long k = t - 1; k >= first; k--) {
      int i = m.place(k);
      if (products[i] > 0) {
        alpha[i] = Vectors.dot(m.move(i), q) / products[i];
        Vectors.add(q, -alpha[i], m.change(i));
        if (scale == 0) {
          scale = products[i] / Vectors.dot(m.change(i), m.change(i));
        }
      }
    }
    if (scale == 0) {
      return null;
    }
    Vectors.scale(q, scale);
    for (long k = first; k < t; k++) {
      int i = m.place(k);
      if (products[i] > 0) {
        double beta = Vectors.dot(m.change(i), q) / products[i];
        Vectors.add(q, alpha[i] - beta, m.move(i));
      }
    }
    Vectors.scale(q, -1);
    double slope = Vectors.dot(g, q);
    double lengths = Math.sqrt(Vectors.dot(g, g) * Vectors.dot(q, q));
    return slope < -COSINE * lengths ? search(f, x, m, loss, slope, 1) : null;
  }

  /** A search along -g, or null if it finds nothing. */
  private static @Nullable LineSearch steepest(Objective f, float[] x, LbfgsMemory m, double loss)
      throws InterruptedException {
    Vectors.copy(m.gradient(), m.direction());
    Vectors.scale(m.direction(), -1);
    double square = Vectors.dot(m.gradient(), m.gradient());
    return search(f, x, m, loss, -square, Math.min(1, 1 / Math.sqrt(square)));
  }

  private static @Nullable LineSearch search(Objective f, float[] x, LbfgsMemory m, double loss, double slope,
      double first)
      throws InterruptedException {
    LineSearch search = new LineSearch(f, m.parameters(), loss, m.direction(), slope, x, m.trial());
    return search.search(first) && !Arrays.equals(x, m.parameters()) ? search : null;
  }
}
