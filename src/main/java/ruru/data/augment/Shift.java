package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Shifts the image by whole pixels, which keeps it sharp. */
@Description("Shifts the image by a random number of whole pixels in each direction; the border's pixels fill the gap.")
public record Shift(@Setting(value = "maximum shift in pixels", min = 0) int pixels) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    int right = random.nextInt(2 * pixels + 1) - pixels;
    int down = random.nextInt(2 * pixels + 1) - pixels;
    distortion.move(right, down);
  }
}
