package ruru.nn.schedules;

import ruru.nn.Description;
import ruru.nn.Schedule;
import ruru.nn.Setting;

/**
 * One cycle: from 1 / start up to 1 over the fraction {@code warmup} of the planned epochs, then down to 1 / (start
 * end), both along half cosine waves. The base rate is the highest.
 *
 * <p>Source: Smith 2018, arXiv:1803.09820. The paper uses straight lines and gives no figures; cosine waves and the
 * defaults are those of fastai and PyTorch. The momentum stays constant.
 */
@Description("The rate rises from a small fraction to its full value, then falls to almost nothing.")
public record OneCycle(
    @Setting(value = "fraction of the epochs in which the rate rises", byDefault = "0.3", min = 0, max = 1,
        below = true) double warmup,
    @Setting(value = "divisor of the full rate at the start", byDefault = "25", min = 1) double start,
    @Setting(value = "divisor of the starting rate at the end", byDefault = "1e4", min = 1) double end)
    implements Schedule {

  public OneCycle() {
    this(0.3, 25, 1e4);
  }

  @Override
  public double factor(double epoch, int epochs, double[] monitored) {
    double top = warmup * epochs;
    return epoch < top ? HalfCosine.between(1 / start, 1, epoch / top)
        : HalfCosine.between(1, 1 / (start * end), (epoch - top) / (epochs - top));
  }
}
