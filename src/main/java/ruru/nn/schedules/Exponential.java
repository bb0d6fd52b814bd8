package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;
import ruru.nn.Setting;

/**
 * The rate is multiplied by {@code factor} in each epoch: factor^epoch. It falls a little at every update, not once an
 * epoch. The default 0.95 is our choice: a tenth is left after 45 epochs.
 */
@Description("The rate falls by the same factor in every epoch: factor^epoch.")
public record Exponential(
    @Setting(value = "factor of the rate per epoch", byDefault = "0.95", min = 0, above = true,
        max = 1) double factor)
    implements Schedule {

  public Exponential() {
    this(0.95);
  }

  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    return Math.pow(factor, epoch);
  }
}
