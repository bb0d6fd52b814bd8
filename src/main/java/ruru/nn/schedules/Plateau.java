package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;
import ruru.nn.Setting;

/**
 * Multiplies the rate by {@code factor} whenever {@code patience} epochs in a row brought no loss below the lowest
 * before them; counting then starts again. A loss that is not a number is no improvement. Never less than {@code min}.
 *
 * <p>This is the rule of Keras' ReduceLROnPlateau, without a threshold or a pause after a drop. The defaults are our
 * choice: milder and quicker than Keras' a tenth after 10 epochs, so that it acts before early stopping.
 */
@Description("The rate drops when the loss has stopped falling.")
public record Plateau(
    @Setting(value = "factor of the rate at a drop", byDefault = "0.5", min = 0, above = true,
        max = 1) double factor,
    @Setting(value = "epochs without a new lowest loss before a drop", byDefault = "5", min = 1) int patience,
    @Setting(value = "lowest rate as a fraction of the base rate", byDefault = "0.001", min = 0, max = 1) double min)
    implements Schedule {

  public Plateau() {
    this(0.5, 5, 0.001);
  }

  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    double result = 1;
    double best = Double.POSITIVE_INFINITY;
    int waited = 0;
    int finished = (int) epoch;
    for (int i = 0; i < finished; i++) {
      if (monitored[i] < best) {
        best = monitored[i];
        waited = 0;
      } else if (++waited == patience) {
        result *= factor;
        waited = 0;
      }
    }
    return Math.max(min, result);
  }
}
