package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;
import ruru.nn.Setting;

/**
 * Half a cosine wave from 1 down to {@code last} over the planned epochs: last + (1 - last) (1 + cos(pi epoch /
 * epochs)) / 2; {@code last} from then on. Source: Loshchilov and Hutter 2017, arXiv:1608.03983, equation 5, without
 * restarts.
 */
@Description("The rate falls along half a cosine wave to a final fraction of itself.")
public record Cosine(
    @Setting(value = "final rate as a fraction of the base rate", byDefault = "0", min = 0, max = 1) double last)
    implements Schedule {

  public Cosine() {
    this(0);
  }

  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    return HalfCosine.between(1, last, epoch / epochs);
  }
}
