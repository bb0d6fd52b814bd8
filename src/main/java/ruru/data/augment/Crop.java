package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * Pads the image on all sides and crops it back to its size at a random position.
 * Source: He, Zhang, Ren, Sun 2016, "Deep residual learning", section 4.2 (4 pixels for CIFAR-10).
 */
@Description("Pads each side with pixels of value 0 (the mean colour) and crops to the old size at a random position.")
public record Crop(@Setting(value = "pixels of padding on each side", min = 0) int pixels) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    int right = random.nextInt(2 * pixels + 1) - pixels;
    int down = random.nextInt(2 * pixels + 1) - pixels;
    distortion.move(right, down);
    distortion.zeroOutside();
  }
}
