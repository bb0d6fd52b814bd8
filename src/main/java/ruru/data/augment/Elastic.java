package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/**
 * Bends the image as if it were printed on rubber: random displacements of the places of a coarse grid, interpolated
 * smoothly between them. Source: Ronneberger, Fischer, Brox 2015, "U-Net", section 3.1 (standard deviation 10 pixels
 * on a grid of 3 by 3 places).
 */
@Description("Bends the image by smooth random displacements, as tissue and handwriting vary.")
public record Elastic(
    @Setting(value = "standard deviation of the displacements in pixels", min = 0, max = 1000) double pixels,
    @Setting(value = "pixels from one random displacement to the next, between which they are interpolated",
        byDefault = "32", min = 1) int spacing)
    implements AugmentStep {
  @Override
  public void draw(Rng random, Distortion distortion) {
    if (pixels > 0) {
      distortion.bend(new Bend(random, distortion.height(), distortion.width(), pixels, spacing));
    }
  }
}
