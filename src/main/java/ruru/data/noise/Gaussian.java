package ruru.data.noise;

import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Setting;
import ruru.nn.layers.Noise;

/** {@link Noise}. */
@Description("Adds a normally distributed random number to every input.")
public record Gaussian(@Setting(value = "standard deviation of the noise", min = 0) double deviation)
    implements InputNoise {
  @Override
  public Layer layer(double low, double high) {
    return new Noise(deviation);
  }
}
