package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Rotates the image around its centre. */
@Description("Rotates the image around its centre by a random angle, uniform in both directions.")
public record Rotate(@Setting(value = "maximum angle in "
    + "degrees", min = 0, max = 180) double degrees) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    distortion.turn(degrees * (2 * random.nextDouble() - 1));
  }
}
