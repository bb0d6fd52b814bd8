package ruru.data.noise;

import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Setting;
import ruru.nn.layers.Corrupt;

/** {@link Corrupt} with both values 0. */
@Description("Sets random inputs to 0.")
public record Mask(@Setting(value = "fraction of the inputs", min = 0, max = 1, below = true) double fraction)
    implements InputNoise {
  @Override
  public Layer layer(double low, double high) {
    return new Corrupt(fraction, 0, 0);
  }
}
