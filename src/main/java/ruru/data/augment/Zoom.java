package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Enlarges or shrinks the image around its centre. */
@Description("Enlarges or shrinks the image by a factor uniform from 1 - range to 1 + range.")
public record Zoom(@Setting(value = "0.1 for factors from 0.9 to 1.1", min = 0, max = 1, below = true) double range)
    implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    distortion.enlarge(1 + range * (2 * random.nextDouble() - 1));
  }
}
