package ruru.nn.losses;

import ruru.nn.Description;
import ruru.nn.Setting;

/**
 * Relative error: L = sum_j |y_j - t_j| / max(|t_j|, floor), as a fraction (0.1 is 10 %); gradient sign(y - t) /
 * max(|t|, floor), 0 at y = t.
 *
 * <p>A target of 0, for which no percentage exists, counts as having the size {@code floor}, so that its loss is |y| /
 * floor; the same holds for every target that is smaller. The floor is in the unit of the targets that the network is
 * given: a numeric class is divided by its standard deviation before training, and is not centred for this loss. The
 * default is our choice. Source: the mean absolute percentage error of forecasting (Makridakis 1993).
 */
@Description("Relative error: |y - t| / max(|t|, floor), summed over the outputs.")
public record Percentage(
    @Setting(value = "smallest target size to divide by, in standard deviations of the target",
        byDefault = "0.01", min = 0, above = true) double floor)
    implements ElementLoss {

  public Percentage() {
    this(0.01);
  }

  @Override
  public double value(float y, float t) {
    return Math.abs((double) y - t) / Math.max(Math.abs(t), floor);
  }

  @Override
  public float derivative(float y, float t) {
    return (float) (Math.signum(y - t) / Math.max(Math.abs(t), floor));
  }

  @Override
  public boolean shiftInvariant() {
    return false;
  }
}
