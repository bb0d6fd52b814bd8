package ruru.nn.optimizers;

import ruru.nn.FullBatchOptimizer.Objective;

/**
 * Looks along a direction d for a step a that satisfies the strong Wolfe conditions on phi(a) = f(base + a d):
 * {@code phi(a) - phi(0) <= c1 a phi'(0)} and {@code |phi'(a)| <= c2 |phi'(0)|}.
 *
 * <p>Source: Nocedal and Wright 2006, "Numerical optimization", algorithms 3.5 and 3.6 with the cubic of equation 3.59,
 * and their c1 1e-4 and c2 0.9. A trial whose loss or slope is not finite counts as infinitely high.
 *
 * <p>Near a minimum the losses of two points differ by less than the rounding errors of a network in float, but their
 * slopes still tell which is lower: there the rise from one to the other is computed as the integral of the slope
 * (trapezoid rule). This is the idea of the approximate Wolfe conditions of Hager and Zhang 2005, "A new conjugate
 * gradient method with guaranteed descent and an efficient line search".
 */
final class LineSearch {
  /** Differences of the loss, relative to it, that may be rounding errors: Hager and Zhang's figure. */
  private static final double RELATIVE_NOISE = 1e-6;

  /**
   * The same relative to the root of the loss: a residual e of targets of size 1 is exact to r = 1e-7, so that e^2 / 2,
   * however small, is exact to r e only.
   */
  static final double RESIDUAL_NOISE = 1e-7;

  /** An interval shorter than this, relative to the parameters, holds no two distinct points of float. */
  private static final double ROUNDING = 0x1p-28;

  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int EVALUATIONS = 30;

  /** A trial: the step, the loss there, and the slope along the direction. */
  private record Point(double step, double loss, double slope) {
    boolean finite() {
      return Double.isFinite(loss) && Double.isFinite(slope);
    }
  }

  private final Objective f;
  private final float[] base;
  private final float[] direction;
  private final float[] x;
  private final float[] gradient;
  private final Point start;
  private final double shortest;
  private Point last;
  private int evaluations;

  /**
   * @param loss      at base
   * @param slope     gradient at base times direction, below 0
   * @param x         receives the points tried, and the point found
   * @param gradient  receives the gradients there
   */
  LineSearch(Objective f, float[] base, double loss, float[] direction, double slope, float[] x, float[] gradient) {
    this.f = f;
    this.base = base;
    this.direction = direction;
    this.x = x;
    this.gradient = gradient;
    start = new Point(0, loss, slope);
    last = start;
    shortest = ROUNDING * Math.sqrt(Vectors.dot(base, base) / Vectors.dot(direction, direction));
  }

  /**
   * Searches, with {@code first} as the first step. If no point satisfies both conditions within the evaluations
   * allowed, the lowest that satisfies the first will do.
   *
   * @return whether a lower point was found; x and the gradient are undefined if not
   * @throws InterruptedException if the training was cancelled; x and the gradient are undefined then
   */
  boolean search(double first) throws InterruptedException {
    Point previous = start;
    Point trial = evaluate(first);
    while (true) {
      if (!isLower(trial) || !previous.equals(start) && rise(previous, trial) >= 0) {
        return zoom(previous, trial);
      }
      if (isLevel(trial) || evaluations == EVALUATIONS) {
        return true;
      }
      if (trial.slope >= 0) {
        return zoom(trial, previous);
      }
      double length = trial.step - previous.step;
      double further = cubic(previous, trial) - trial.step;
      Point next = evaluate(trial.step + (further >= length ? Math.min(further, 9 * length) : length));
      previous = trial;
      trial = next;
    }
  }

  /** The loss at the point found. */
  double loss() {
    return last.loss;
  }

  /**
   * Narrows an interval that holds such a step: {@code low} is the lowest point so far that satisfies the first
   * condition, and the slope there falls towards {@code high}.
   */
  private boolean zoom(Point low, Point high) throws InterruptedException {
    boolean slow = false;
    while (evaluations < EVALUATIONS) {
      double width = high.step - low.step;
      if (Math.abs(width) < shortest) {
        break;
      }
      Point trial = evaluate(low.step + width * fraction(low, high, slow));
      if (!isLower(trial) || rise(low, trial) >= 0) {
        high = trial;
      } else if (isLevel(trial)) {
        return true;
      } else {
        if (trial.slope * width >= 0) {
          high = low;
        }
        low = trial;
      }
      slow = Math.abs(high.step - low.step) > 0.66 * Math.abs(width);
    }
    // Without a level slope to back it, only a loss that was actually computed counts.
    if (low.loss >= start.loss) {
      return false;
    }
    if (!low.equals(last)) {
      evaluate(low.step);
    }
    return true;
  }

  /** Where in the interval to look next: between 0 and 1, never at the very ends. */
  private double fraction(Point low, Point high, boolean slow) {
    if (!high.finite()) {
      return 0.1;
    }
    double fraction = slow ? 0.5 : (cubic(low, high) - low.step) / (high.step - low.step);
    return Double.isNaN(fraction) ? 0.5 : Math.max(0.1, Math.min(0.9, fraction));
  }

  /** The minimum of the cubic through two points with the slopes there; NaN if it has none. */
  private double cubic(Point a, Point b) {
    double length = b.step - a.step;
    double d1 = a.slope + b.slope - 3 * rise(a, b) / length;
    double d2 = Math.signum(length) * Math.sqrt(d1 * d1 - a.slope * b.slope);
    return b.step - length * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
  }

  private boolean isLower(Point p) {
    return p.finite() && rise(start, p) <= DECREASE * p.step * start.slope;
  }

  private boolean isLevel(Point p) {
    return Math.abs(p.slope) <= CURVATURE * -start.slope;
  }

  /**
   * The loss at b minus that at a: of the values possible within rounding errors, the nearest to the slope's integral.
   */
  private double rise(Point a, Point b) {
    double measured = b.loss - a.loss;
    double size = Math.max(Math.abs(a.loss), Math.abs(b.loss));
    double noise = Math.max(RELATIVE_NOISE * size, RESIDUAL_NOISE * Math.sqrt(size));
    double integral = (a.slope + b.slope) / 2 * (b.step - a.step);
    return Math.max(measured - noise, Math.min(measured + noise, integral));
  }

  private Point evaluate(double step) throws InterruptedException {
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (base[i] + step * direction[i]);
    }
    evaluations++;
    double loss = f.evaluate(x, gradient);
    last = new Point(step, loss, Vectors.dot(gradient, direction));
    return last;
  }
}
