package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Enlarges the picture or makes it smaller, around its middle. */
@Description("Enlarges or shrinks the picture by a factor drawn evenly from 1 - range to 1 + range.")
public record Zoom(@Setting(value = "0.1 for factors from 0.9 to 1.1", min = 0, max = 1, below = true) double range)
    implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    distortion.enlarge(1 + range * (2 * random.nextDouble() - 1));
  }
}
