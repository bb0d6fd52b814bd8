package ruru.nn.losses;

import ruru.nn.Description;
import ruru.nn.Setting;

/**
 * Huber's loss: with e = y - t, L = 1/2 e^2 where |e| &lt;= delta, else delta (|e| - delta / 2), summed over the
 * outputs: squared error for small errors, absolute error for outliers. Gradient: e, clipped to [-delta, delta].
 * Source: Huber 1964, "Robust estimation of a location parameter". delta 1, in standard deviations of the target, is
 * our choice.
 */
@Description("Huber's loss: squared error up to delta, absolute error beyond; robust against outliers.")
public record Huber(
    @Setting(value = "error beyond which the loss is linear, in standard deviations of the target", byDefault = "1",
        min = 0, above = true) double delta)
    implements ElementLoss {

  public Huber() {
    this(1);
  }

  @Override
  public double value(float y, float t) {
    double e = Math.abs((double) y - t);
    return e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta);
  }

  @Override
  public float derivative(float y, float t) {
    return (float) Math.max(-delta, Math.min(delta, (double) y - t));
  }
}
