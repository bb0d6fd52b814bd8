package ruru.data.noise;

import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Setting;
import ruru.nn.layers.Corrupt;

/** {@link Corrupt}, with the ends of the range: salt and pepper. */
@Description("Sets random inputs to one of the two ends of their range.")
public record Salt(@Setting(value = "fraction of the inputs", min = 0, max = 1, below = true) double fraction)
    implements InputNoise {
  @Override
  public Layer layer(double low, double high) {
    return new Corrupt(fraction, low, high);
  }
}
