package ruru.data.augment;

import ruru.nn.Description;
import ruru.nn.Rng;
import ruru.nn.Setting;

/** Mirrors every second image, on average. Source: Krizhevsky, Sutskever, Hinton 2012. */
@Description("Mirrors the image with probability 1/2 (in each of the two directions, with 'both').")
public record Flip(
    @Setting(value = "horizontal (left becomes right), vertical, or both",
        byDefault = "horizontal") Direction direction)
    implements AugmentStep {
  /** What is swapped. */
  public enum Direction {
    HORIZONTAL, VERTICAL, BOTH
  }

  public Flip() {
    this(Direction.HORIZONTAL);
  }

  @Override
  public void draw(Rng random, Distortion distortion) {
    boolean leftRight = random.nextInt(2) == 1;
    boolean topBottom = random.nextInt(2) == 1;
    distortion.flip(leftRight && direction != Direction.VERTICAL, topBottom && direction != Direction.HORIZONTAL);
  }
}
