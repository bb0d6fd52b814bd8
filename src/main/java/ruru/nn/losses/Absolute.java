package ruru.nn.losses;

import ruru.nn.Description;

/**
 * Absolute error: L = sum_j |y_j - t_j|, gradient sign(y - t), 0 at 0. Its minimum is the median, so outliers weigh no
 * more than other rows (Laplace).
 */
@Description("Absolute error: |y - t|, summed over the outputs; robust against outliers.")
public record Absolute() implements ElementLoss {
  @Override
  public double value(float y, float t) {
    return Math.abs((double) y - t);
  }

  @Override
  public float derivative(float y, float t) {
    return Math.signum(y - t);
  }
}
