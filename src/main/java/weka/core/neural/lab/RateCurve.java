package weka.core.neural.lab;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * The loss over the learning rate, as a {@link RateTest} finds it, and what follows from it. The rates grow from point
 * to point.
 *
 * @param rates    of the updates
 * @param losses   of the batch after each update
 * @param smoothed exponential averages of the losses, corrected for their beginning
 * @param exploded whether the test ended because the loss was not finite or had risen too far, not at the highest rate
 */
public record RateCurve(double[] rates, double[] losses, double[] smoothed, boolean exploded) {
  /** Of the average that a loss replaces. */
  private static final double SMOOTHING = 0.1;
  /** The loss has exploded where it is this many times its minimum. */
  private static final double RISEN = 4;
  /** A minimum below this fraction of the first loss counts as such: at 0, any loss would have risen. */
  private static final double LEAST = 0.01;
  /** From the rate of the lowest loss to a suggestion. */
  private static final double SAFE = 10;
  /** A loss that has fallen by less of the first may have done so by chance. */
  private static final double FALLEN = 0.02;
  /** Points on each side between which a slope is taken. */
  private static final int REACH = 3;

  /** A curve without points. */
  public static RateCurve empty() {
    return new RateCurve(new double[0], new double[0], new double[0], false);
  }

  /** This curve with one more point; nothing may follow an infinite or a NaN loss. */
  RateCurve with(double rate, double loss) {
    int n = rates.length;
    double kept = Math.pow(1 - SMOOTHING, n);
    double average = n == 0 ? 0 : smoothed[n - 1] * (1 - kept);
    double next = ((1 - SMOOTHING) * average + SMOOTHING * loss) / (1 - kept * (1 - SMOOTHING));
    double[] grown = append(smoothed, next);
    double least = Math.max(Arrays.stream(grown).min().orElse(0), LEAST * grown[0]);
    return new RateCurve(append(rates, rate), append(losses, loss), grown, !(next <= RISEN * least));
  }

  private static double[] append(double[] values, double value) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = value;
    return longer;
  }

  private int lowestPoint() {
    int lowest = 0;
    for (int i = 1; i < smoothed.length; i++) {
      lowest = smoothed[i] < smoothed[lowest] ? i : lowest;
    }
    return lowest;
  }

  private boolean hasFallen() {
    return rates.length > 1 && smoothed[lowestPoint()] < (1 - FALLEN) * smoothed[0];
  }

  /** The rate at which the smoothed loss is lowest; NaN if the loss did not fall. */
  public double lowest() {
    return hasFallen() ? rates[lowestPoint()] : Double.NaN;
  }

  /** The rate at which the smoothed loss falls most per factor of the rate; NaN if the loss did not fall. */
  public double steepest() {
    double found = Double.NaN;
    double slope = 0;
    for (int i = REACH; hasFallen() && i + REACH < smoothed.length; i++) {
      double rise = smoothed[i + REACH] - smoothed[i - REACH];
      if (rise < slope) {
        slope = rise;
        found = rates[i];
      }
    }
    return found;
  }

  /** The rate at which the loss exploded; NaN if it did not. */
  public double explosion() {
    return exploded ? rates[rates.length - 1] : Double.NaN;
  }

  /**
   * A rate to train with, of two digits: a tenth of that of the lowest smoothed loss, where the loss falls and a rate
   * somewhat higher would still do; NaN if the loss did not fall.
   */
  public double suggested() {
    double rate = lowest() / SAFE;
    return Double.isNaN(rate) ? rate : Double.parseDouble(String.format(Locale.ROOT, "%.1e", rate));
  }

  /** What follows from the curve, in sentences. */
  public String told() {
    String end = exploded ? String.format(Locale.ROOT, "At %.2g it explodes.", explosion())
        : rates.length == 0 ? "" : String.format(Locale.ROOT, "Up to %.3g it does not explode.",
            rates[rates.length - 1]);
    if (Double.isNaN(suggested())) {
      return "The loss falls at no rate, so none can be suggested; check the layers, the data and the optimizer. "
          + end;
    }
    String steep =
        Double.isNaN(steepest()) ? "" : String.format(Locale.ROOT, "It falls steepest at %.2g. ", steepest());
    return String.format(Locale.ROOT, "Suggested rate: %s, a tenth of %.2g, where the smoothed loss is lowest. ",
        text(suggested()), lowest()) + steep + end;
  }

  /** A rate as one writes it: 0.0063. */
  public static String text(double rate) {
    return rate >= 1e-4 ? new BigDecimal(String.format(Locale.ROOT, "%.2g", rate)).stripTrailingZeros()
        .toPlainString() : String.format(Locale.ROOT, "%.1e", rate);
  }
}
