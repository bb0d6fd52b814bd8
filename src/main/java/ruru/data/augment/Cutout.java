package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * Erases a square centred on a random pixel of the image, so that it may lie partly outside.
 * Source: DeVries, Taylor 2017, "Improved regularization of convolutional neural networks with cutout".
 */
@Description("Sets a square to 0 (the mean colour); its centre is a random pixel, so part of it may lie outside.")
public record Cutout(@Setting(value = "side of the square in pixels", min = 0) int side) implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    int left = random.nextInt(distortion.width()) - side / 2;
    int top = random.nextInt(distortion.height()) - side / 2;
    if (side > 0) {
      distortion.wipe(left, top, left + side, top + side);
    }
  }
}
