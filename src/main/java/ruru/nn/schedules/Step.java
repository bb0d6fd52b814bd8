package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;
import ruru.nn.Setting;

/**
 * Every {@code every} epochs the rate is multiplied by {@code factor}: factor^floor(epoch / every).
 * The defaults are those of He et al. 2016, arXiv:1512.03385, customary since: a tenth every 30 epochs.
 */
@Description("The rate is multiplied by a factor at regular intervals.")
public record Step(
    @Setting(value = "epochs from one drop to the next", byDefault = "30", min = 1) int every,
    @Setting(value = "factor of the rate at a drop", byDefault = "0.1", min = 0, above = true,
        max = 1) double factor)
    implements Schedule {

  public Step() {
    this(30, 0.1);
  }

  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    return Math.pow(factor, Math.floor(epoch / every));
  }
}
