package ruru.data.noise;

import ruru.nn.Description;
import ruru.nn.Layer;
import ruru.nn.Setting;

/** {@link ruru.nn.layers.Hole}. */
@Description("Sets a square at a random place of each image to 0, which with the usual scaling is the mean colour.")
public record Hole(@Setting(value = "height and width of the square in pixels", min = 1) int side)
    implements InputNoise {
  @Override
  public Layer layer(double low, double high) {
    return new ruru.nn.layers.Hole(side);
  }
}
