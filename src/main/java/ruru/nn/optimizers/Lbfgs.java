package ruru.nn.optimizers;

import java.util.Arrays;
import ruru.nn.BatchOptimizer;
import ruru.nn.Description;
import ruru.nn.Setting;

/**
 * Limited-memory BFGS: the direction is -H g, where H, an estimate of the inverse Hessian, follows from how the
 * gradient changed in the last {@code memory} moves; a {@link LineSearch} finds the step. Sums are kept in double.
 * Source: Nocedal and Wright 2006, "Numerical optimization", algorithms 7.4 and 7.5.
 *
 * <p>The first move goes along -g, at most a distance of 1. So does a move for which -H g leads nowhere, which also
 * clears the memory.
 *
 * <p>It has converged when no element of the gradient is above {@code gradient}; or when the last {@code memory} moves
 * together lowered the loss by less than {@code decrease} times the loss; or when neither -H g nor -g leads to anything
 * lower. What a move brings is taken as half of s y, exact for a quadratic, as the loss itself is not exact enough
 * (where s y is not above 0, as for a move among rounding errors, the gradient's mean before and after it times -s);
 * less than 1e-14, the square of what float can tell apart in targets of size 1, is always too little. The defaults are
 * our choice: they go on while predictions get better.
 *
 * <p>The slots, for memory m: 0 to m - 1 the moves s of the parameters, m to 2m - 1 the changes y of the gradient, move
 * t at index t mod m, all zero if unused; 2m the parameters after the last move; 2m + 1 the gradient there; 2m + 2 and
 * 2m + 3 work, except that between two moves the sum of their first elements is the loss. Parameters changed by others
 * since the last move make it start anew.
 */
@Description("Limited-memory BFGS, for all rows at once: estimates the curvature, needs no rate.")
public record Lbfgs(
    @Setting(value = "moves to remember", byDefault = "10", min = 1, max = 1000) int memory,
    @Setting(value = "largest element of the gradient at the end", byDefault = "1e-9", min = 0) double gradient,
    @Setting(value = "relative decrease of the loss at the end", byDefault = "1e-12", min = 0) double decrease)
    implements BatchOptimizer {

  /** Smallest cosine of the angle between direction and -g that is not taken for a rounding error. */
  private static final double COSINE = 1e-9;

  public Lbfgs() {
    this(10, 1e-9, 1e-12);
  }

  @Override
  public int slots() {
    return 2 * memory + 4;
  }

  @Override
  public Result iterate(long t, Objective f, float[] x, float[][] slot) {
    float[] base = slot[2 * memory];
    float[] g = slot[2 * memory + 1];
    float[] direction = slot[2 * memory + 2];
    float[] work = slot[2 * memory + 3];
    double loss = (double) direction[0] + work[0];
    if (t == 1 || isElsewhere(x, base, g) || !Double.isFinite(loss)) {
      forget(slot);
      loss = f.evaluate(x, g);
      if (!Double.isFinite(loss) || !Double.isFinite(Vectors.dot(g, g))) {
        direction[0] = Float.NaN;
        return new Result(Double.NaN, false);
      }
    }
    Vectors.copy(x, base);
    double[] products = products(slot);
    if (Vectors.largest(g) <= gradient || isLevel(t, products, loss, slot)) {
      return end(loss, true, direction, work);
    }
    LineSearch search = quasiNewton(t, f, x, slot, products, loss);
    if (search == null) {
      forget(slot);
      search = steepest(f, x, slot, loss);
    }
    if (search == null) {
      Vectors.copy(base, x);
      return end(loss, true, direction, work);
    }
    int i = (int) (t % memory);
    Vectors.subtract(x, base, slot[i]);
    Vectors.subtract(work, g, slot[memory + i]);
    Vectors.copy(x, base);
    Vectors.copy(work, g);
    return end(search.loss(), false, direction, work);
  }

  /** Keeps the loss between two moves. */
  private static Result end(double loss, boolean converged, float[] direction, float[] work) {
    direction[0] = (float) loss;
    work[0] = (float) (loss - direction[0]);
    return new Result(loss, converged);
  }

  /** Whether the parameters were changed since the last move; those without a gradient do not count. */
  private static boolean isElsewhere(float[] x, float[] base, float[] g) {
    boolean result = false;
    for (int i = 0; i < x.length; i++) {
      result |= x[i] != base[i] && g[i] != 0;
    }
    return result;
  }

  private void forget(float[][] slot) {
    for (int i = 0; i < 2 * memory; i++) {
      Arrays.fill(slot[i], 0);
    }
  }

  /** s y of each move remembered, 0 where there is none. */
  private double[] products(float[][] slot) {
    double[] result = new double[memory];
    for (int i = 0; i < memory; i++) {
      result[i] = Vectors.dot(slot[i], slot[memory + i]);
    }
    return result;
  }

  /** Whether the memory is full of moves that together brought next to nothing. */
  private boolean isLevel(long t, double[] products, double loss, float[][] slot) {
    double gain = 0;
    for (int i = 0; i < memory; i++) {
      if (products[i] > 0) {
        gain += products[i] / 2;
      } else if (Vectors.largest(slot[i]) > 0) {
        gain += Math.abs(descent(t, i, slot));
      } else {
        return false;
      }
    }
    return gain <= Math.max(decrease * Math.abs(loss), LineSearch.RESIDUAL_NOISE * LineSearch.RESIDUAL_NOISE);
  }

  /**
   * What the move in slot i brought by the trapezoid rule: the mean slope before and after it. The gradient there is
   * the latest without the changes since.
   */
  private double descent(long t, int i, float[][] slot) {
    double after = Vectors.dot(slot[2 * memory + 1], slot[i]);
    for (long k = t - 1; k > 0 && k % memory != i; k--) {
      after -= Vectors.dot(slot[memory + (int) (k % memory)], slot[i]);
    }
    return Vectors.dot(slot[memory + i], slot[i]) / 2 - after;
  }

  /** A search along -H g (algorithm 7.4), or null if it finds nothing. */
  private LineSearch quasiNewton(long t, Objective f, float[] x, float[][] slot, double[] products, double loss) {
    float[] g = slot[2 * memory + 1];
    float[] q = slot[2 * memory + 2];
    double[] alpha = new double[memory];
    double scale = 0;
    Vectors.copy(g, q);
    for (long k = t - 1; k >= Math.max(1, t - memory); k--) {
      int i = (int) (k % memory);
      if (products[i] > 0) {
        alpha[i] = Vectors.dot(slot[i], q) / products[i];
        Vectors.add(q, -alpha[i], slot[memory + i]);
        if (scale == 0) {
          scale = products[i] / Vectors.dot(slot[memory + i], slot[memory + i]);
        }
      }
    }
    if (scale == 0) {
      return null;
    }
    Vectors.scale(q, scale);
    for (long k = Math.max(1, t - memory); k < t; k++) {
      int i = (int) (k % memory);
      if (products[i] > 0) {
        double beta = Vectors.dot(slot[memory + i], q) / products[i];
        Vectors.add(q, alpha[i] - beta, slot[i]);
      }
    }
    Vectors.scale(q, -1);
    double slope = Vectors.dot(g, q);
    double lengths = Math.sqrt(Vectors.dot(g, g) * Vectors.dot(q, q));
    return slope < -COSINE * lengths ? search(f, x, slot, loss, slope, 1) : null;
  }

  /** A search along -g, or null if it finds nothing. */
  private LineSearch steepest(Objective f, float[] x, float[][] slot, double loss) {
    float[] g = slot[2 * memory + 1];
    float[] direction = slot[2 * memory + 2];
    Vectors.copy(g, direction);
    Vectors.scale(direction, -1);
    double square = Vectors.dot(g, g);
    return search(f, x, slot, loss, -square, Math.min(1, 1 / Math.sqrt(square)));
  }

  private LineSearch search(Objective f, float[] x, float[][] slot, double loss, double slope, double first) {
    LineSearch search =
        new LineSearch(f, slot[2 * memory], loss, slot[2 * memory + 2], slope, x, slot[2 * memory + 3]);
    return search.search(first) && !Arrays.equals(x, slot[2 * memory]) ? search : null;
  }
}
