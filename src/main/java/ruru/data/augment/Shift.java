package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Moves the picture by whole pixels, which keeps it sharp. */
@Description("Moves the picture by up to so many whole pixels in each direction; the border's pixels fill the gap.")
public record Shift(@Setting(value = "pixels at most", min = 0) int pixels) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    int right = random.nextInt(2 * pixels + 1) - pixels;
    int down = random.nextInt(2 * pixels + 1) - pixels;
    distortion.move(right, down);
  }
}
