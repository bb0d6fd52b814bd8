package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * Puts a border of so many pixels around the image and cuts the image's size out of that at random.
 * Source: He, Zhang, Ren, Sun 2016, "Deep residual learning", section 4.2 (4 pixels for CIFAR-10).
 */
@Description("Adds a border of so many pixels of value 0 (the mean colour) on each side and cuts the old size out of "
    + "that.")
public record Crop(@Setting(value = "pixels of border on each side", min = 0) int pixels) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    int right = random.nextInt(2 * pixels + 1) - pixels;
    int down = random.nextInt(2 * pixels + 1) - pixels;
    distortion.move(right, down);
    distortion.zeroOutside();
  }
}
