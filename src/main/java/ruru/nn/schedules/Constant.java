package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;

/** The base rate from the first update to the last. */
@Description("The same rate throughout.")
public record Constant() implements Schedule {
  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    return 1;
  }
}
