package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Turns the picture around its middle. */
@Description("Turns the picture around its middle by an angle drawn evenly from both directions.")
public record Rotate(@Setting(value = "degrees at most", min = 0, max = 180) double degrees) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    distortion.turn(degrees * (2 * random.nextDouble() - 1));
  }
}
